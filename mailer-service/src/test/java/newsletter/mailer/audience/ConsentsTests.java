package newsletter.mailer.audience;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.mailer.Person;
import newsletter.mailer.TableTest;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class ConsentsTests {

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

    private final ConsentGiven given = this.person.consents(this.newsletter);

    private boolean isLive(ConsentGiven consent) {
        return this.jdbc.sql("SELECT count(*) = 1 FROM live_consent WHERE consent_id = :id")
            .param("id", consent.consentId())
            .query(Boolean.class)
            .single();
    }

    private Optional<UUID> endedBy(ConsentGiven consent) {
        return this.jdbc.sql("SELECT ended_by FROM consent WHERE consent_id = :id AND ended_by IS NOT NULL")
            .param("id", consent.consentId())
            .query(UUID.class)
            .optional();
    }

    @Test
    void toAskIsNotToConsent() {
        this.consents.learn(this.person.requests(this.newsletter));
        assertThat(this.jdbc.sql("SELECT count(*) FROM consent WHERE subscriber_id = :id")
            .param("id", this.person.subscriberId())
            .query(Long.class)
            .single()).isZero();
    }

    @Test
    void aConsentIsLiveUntilItIsWithdrawn() {
        this.consents.learn(this.given);
        assertThat(isLive(this.given)).isTrue();
        ConsentWithdrawn withdrawn = Person.withdraws(this.given);
        this.consents.learn(withdrawn);
        assertThat(isLive(this.given)).isFalse();
        assertThat(endedBy(this.given)).contains(withdrawn.eventId());
    }

    @Test
    void aWithdrawnConsentReadAgainDoesNotLiveAgain() {
        ConsentWithdrawn withdrawn = Person.withdraws(this.given);
        this.consents.learn(this.given);
        this.consents.learn(withdrawn);
        this.consents.learn(this.given);
        assertThat(isLive(this.given)).isFalse();
        assertThat(endedBy(this.given)).contains(withdrawn.eventId());
    }

    @Test
    void aWithdrawalThatIsReadFirstCounts() {
        this.consents.learn(Person.withdraws(this.given));
        this.consents.learn(this.given);
        assertThat(isLive(this.given)).isFalse();
    }

    @Test
    void theFirstEndStays() {
        ConsentWithdrawn first = Person.withdraws(this.given);
        this.consents.learn(this.given);
        this.consents.learn(first);
        this.consents.learn(Person.withdraws(this.given));
        assertThat(endedBy(this.given)).contains(first.eventId());
    }

    @Test
    void aConsentThatHasRunOutIsNotLive() {
        Instant longAgo = this.person.asked().minus(Duration.ofDays(800));
        ConsentGiven old = this.person.consents(this.newsletter, longAgo, this.person.asked().minusSeconds(1), 1);
        this.consents.learn(old);
        assertThat(isLive(old)).isFalse();
    }

    /** Given on the day before. */
    private ConsentGiven earlier() {
        Instant yesterday = this.person.asked().minus(Duration.ofDays(1));
        return this.person.consents(this.newsletter, yesterday, yesterday.plus(Duration.ofDays(730)), 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aLaterConsentReplacesTheEarlierOneWhicheverIsReadFirst(boolean inOrder) {
        ConsentGiven earlier = earlier();
        this.consents.learn(inOrder ? earlier : this.given);
        this.consents.learn(inOrder ? this.given : earlier);
        assertThat(isLive(earlier)).isFalse();
        assertThat(isLive(this.given)).isTrue();
    }

    @Test
    void theEndOfTheEarlierConsentIsNotTheEndOfTheLaterOne() {
        ConsentGiven earlier = earlier();
        this.consents.learn(earlier);
        this.consents.learn(this.given);
        this.consents.learn(Person.withdraws(earlier));
        assertThat(isLive(this.given)).isTrue();
    }

    @Test
    void theEarlierConsentDoesNotComeBackWhenTheLaterOneEnds() {
        ConsentGiven earlier = earlier();
        this.consents.learn(earlier);
        this.consents.learn(this.given);
        this.consents.learn(Person.withdraws(this.given));
        assertThat(isLive(earlier)).isFalse();
        assertThat(isLive(this.given)).isFalse();
    }

    @Test
    void theEarlierConsentDoesNotComeBackWhenTheLaterOneRunsOut() {
        ConsentGiven earlier = earlier();
        this.consents.learn(earlier);
        this.consents.learn(this.person.consents(this.newsletter, this.person.asked(), this.person.asked(), 1));
        assertThat(isLive(earlier)).isFalse();
    }

    /** They have told us to stop: what they said before that is no consent. */
    @Test
    void theEndOfALaterConsentThatIsReadFirstEndsTheEarlierOneToo() {
        ConsentGiven earlier = earlier();
        this.consents.learn(earlier);
        this.consents.learn(Person.withdraws(this.given));
        assertThat(isLive(earlier)).isFalse();
    }

    @Test
    void theEndOfAnEarlierConsentThatIsReadFirstDoesNotTouchTheLaterOne() {
        ConsentGiven earlier = earlier();
        this.consents.learn(this.given);
        this.consents.learn(Person.withdraws(earlier));
        this.consents.learn(earlier);
        assertThat(isLive(this.given)).isTrue();
        assertThat(isLive(earlier)).isFalse();
    }

    @Test
    void aConsentReplacesNeitherAnotherPersonsNorOneToAnotherNewsletter() {
        Instant later = this.person.asked().plusSeconds(1);
        Instant until = later.plus(Duration.ofDays(730));
        this.consents.learn(this.given);
        this.consents.learn(Person.somebody().consents(this.newsletter, later, until, 1));
        this.consents.learn(this.person.consents(Person.newNewsletter(), later, until, 1));
        assertThat(isLive(this.given)).isTrue();
    }

    @Test
    void onlyThePresentPurposeCounts() {
        this.newsletters.learn(Person.published(this.newsletter, 1, this.person.asked()));
        this.consents.learn(this.given);
        this.consents.learn(Person.somebody().consents(this.newsletter));
        this.consents.learn(Person.somebody().consents(Person.newNewsletter()));
        assertThat(this.audience.liveConsents(this.newsletter)).isEqualTo(2);
        this.newsletters.learn(Person.published(this.newsletter, 2, this.person.asked().plusSeconds(1)));
        assertThat(this.audience.liveConsents(this.newsletter)).isZero();
    }

    @Test
    void aPersonCountsOnce() {
        this.newsletters.learn(Person.published(this.newsletter, 1, this.person.asked()));
        this.consents.learn(this.given);
        this.consents.learn(this.person.consents(this.newsletter));
        assertThat(this.audience.liveConsents(this.newsletter)).isEqualTo(1);
    }

}
