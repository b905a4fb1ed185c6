package newsletter.mailer.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.mailer.Person;
import newsletter.mailer.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class HoldsTests {

    @Autowired
    private Holds holds;

    @Autowired
    private Consents consents;

    @Autowired
    private Newsletters newsletters;

    @Autowired
    private Audience audience;

    @Autowired
    private JdbcClient jdbc;

    private final Person person = Person.somebody();

    private final String newsletter = Person.newNewsletter();

    private final Instant now = this.person.asked();

    private final Instant spring = this.now.plus(Duration.ofDays(120));

    private DeliveriesPaused pause(Instant at, Instant until) {
        return new DeliveriesPaused(UUID.randomUUID(), this.person.subscriberId(), at, until);
    }

    private DeliveriesResumed resume(Instant at) {
        return new DeliveriesResumed(UUID.randomUUID(), this.person.subscriberId(), at);
    }

    private void learn(ConsentEvent... events) {
        List.of(events).forEach(this.holds::learn);
    }

    private boolean isHeld() {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM hold WHERE subscriber_id = :id AND until > now())")
            .param("id", this.person.subscriberId())
            .query(Boolean.class)
            .single();
    }

    private long audience() {
        return this.audience.liveConsents(this.newsletter);
    }

    @Test
    void whoHasPausedIsNoAudienceAndConsentsStill() {
        ConsentGiven given = this.person.consents(this.newsletter);
        this.newsletters.learn(Person.published(this.newsletter, 1, this.now));
        this.consents.learn(given);
        assertThat(audience()).isEqualTo(1);
        learn(pause(this.now, this.spring));
        assertThat(audience()).isZero();
        assertThat(this.jdbc.sql("SELECT count(*) FROM live_consent WHERE consent_id = :id")
            .param("id", given.consentId())
            .query(Long.class)
            .single()).as("for letters, expiry and the like").isEqualTo(1);
        learn(resume(this.now.plusSeconds(1)));
        assertThat(audience()).isEqualTo(1);
    }

    @Test
    void aPauseEndsByItself() {
        learn(pause(this.now.minusSeconds(10), this.now.minusSeconds(5)));
        assertThat(isHeld()).isFalse();
    }

    @Test
    void aLaterPauseReplacesAnEarlierOne() {
        learn(pause(this.now, this.spring), pause(this.now.plusSeconds(1), this.now.minusSeconds(1)));
        assertThat(isHeld()).isFalse();
    }

    @Test
    void c26WhoIsRestrictedIsNoAudienceUntilThatIsLiftedWhateverBecomesOfAPause() {
        this.newsletters.learn(Person.published(this.newsletter, 1, this.now));
        this.consents.learn(this.person.consents(this.newsletter));
        var restricted = new ProcessingRestricted(UUID.randomUUID(), this.person.subscriberId(), this.now,
                UUID.randomUUID());
        var lifted = new RestrictionLifted(UUID.randomUUID(), this.person.subscriberId(), this.now.plusSeconds(9),
                restricted.caseId());
        learn(restricted, pause(this.now.plusSeconds(1), this.spring), resume(this.now.plusSeconds(2)), restricted);
        assertThat(audience()).isZero();
        learn(lifted, restricted);
        assertThat(audience()).isEqualTo(1);
    }

    /** I-3. */
    @Test
    void readAgainFromTheStartNothingChanges() {
        DeliveriesPaused pause = pause(this.now, this.spring);
        DeliveriesResumed resume = resume(this.now.plusSeconds(1));
        learn(pause, resume, pause);
        assertThat(isHeld()).isFalse();
        learn(resume, pause(this.now.plusSeconds(2), this.spring), pause, resume);
        assertThat(isHeld()).isTrue();
    }

    @Test
    void aResumptionThatIsReadFirstCounts() {
        learn(resume(this.now.plusSeconds(1)), pause(this.now, this.spring));
        assertThat(isHeld()).isFalse();
    }

    @Test
    void ofTwoInOneMomentTheOneThatWasToldLastCounts() {
        learn(pause(this.now, this.spring), resume(this.now));
        assertThat(isHeld()).isFalse();
    }

}
