package newsletter.subscription.preferences;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.preferences.History.Moment;
import newsletter.subscription.preferences.History.What;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class HowWeWriteTests {

    private static final ZoneId CITY = ZoneId.of("Europe/London");

    @Autowired
    private HowWeWrite how;

    @Autowired
    private Habits habits;

    @Autowired
    private Preferences preferences;

    @Autowired
    private Overviews overviews;

    @Autowired
    private Consents consents;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private UUID agrees(String name) {
        return Confirmations.agree(this.beans, name + "@how.example.org", "mayor");
    }

    private LocalDate in(int days) {
        return LocalDate.ofInstant(this.clock.instant(), CITY).plusDays(days);
    }

    private boolean isPaused(UUID subscriber) {
        return this.habits.until(subscriber, this.clock.instant()).isPresent();
    }

    @Test
    void aPauseLastsUntilTheDayBeginsInTheCity() throws Exception {
        UUID ada = agrees("ada");
        Together.at(20, () -> {
            this.how.pause(ada, in(30));
            return true;
        });
        Instant until = in(30).atStartOfDay(CITY).toInstant();
        assertThat(this.told.about(ada, DeliveriesPaused.class)).singleElement()
            .extracting(DeliveriesPaused::until)
            .isEqualTo(until);
        assertThat(isPaused(ada)).isTrue();
        assertThat(this.habits.until(ada, until.minusMillis(1))).contains(until);
        assertThat(this.habits.until(ada, until)).isEmpty();
        assertThat(this.consents.of(ada).live()).as("consent is not touched").hasSize(1);
    }

    @Test
    void theButtonEndsItAtOnceAndALaterPauseReplacesAnEarlierOne() {
        UUID ada = agrees("button");
        this.how.resume(ada);
        this.how.pause(ada, in(30));
        this.clock.forward(Duration.ofSeconds(1));
        this.how.pause(ada, in(3));
        assertThat(this.habits.until(ada, this.clock.instant())).contains(in(3).atStartOfDay(CITY).toInstant());
        this.how.resume(ada);
        this.how.resume(ada);
        assertThat(isPaused(ada)).isFalse();
        assertThat(this.told.about(ada, DeliveriesPaused.class)).hasSize(2);
        assertThat(this.told.about(ada, DeliveriesResumed.class)).hasSize(1);
    }

    @Test
    void whoHasPausedCanStopAsEver() {
        UUID ada = agrees("stops");
        this.how.pause(ada, in(30));
        this.preferences.stop(ada, "mayor");
        assertThat(this.consents.of(ada).live()).isEmpty();
        assertThat(isPaused(ada)).isTrue();
    }

    @Test
    void anotherLanguageIsToldOnceAndTheContactWithIt() {
        UUID ada = agrees("language");
        int contacts = this.told.on(Topics.SUBSCRIBER_CONTACTS, ada, SubscriberContact.class).size();
        this.how.speak(ada, "en");
        this.how.speak(ada, "pl");
        this.how.speak(ada, "pl");
        assertThat(this.told.about(ada, LanguageChanged.class)).singleElement()
            .extracting(LanguageChanged::language)
            .isEqualTo("pl");
        assertThat(this.told.on(Topics.SUBSCRIBER_CONTACTS, ada, SubscriberContact.class)).hasSize(contacts + 1)
            .last()
            .extracting(SubscriberContact::language)
            .isEqualTo("pl");
    }

    @Test
    void nobodyIsNobody() {
        UUID nobody = UUID.randomUUID();
        this.how.pause(nobody, in(3));
        this.how.resume(nobody);
        this.how.speak(nobody, "pl");
        assertThat(this.told.about(nobody)).isEmpty();
    }

    @Test
    void theHistoryTellsAllOfIt() {
        UUID ada = agrees("history");
        this.clock.forward(Duration.ofSeconds(1));
        this.how.pause(ada, in(30));
        this.clock.forward(Duration.ofSeconds(1));
        this.how.resume(ada);
        this.clock.forward(Duration.ofSeconds(1));
        this.how.speak(ada, "pl");
        assertThat(this.overviews.of(ada, "en", this.clock.instant()).orElseThrow().history()).extracting(Moment::what)
            .startsWith(What.LANGUAGE, What.RESUMED, What.PAUSED);
    }

}
