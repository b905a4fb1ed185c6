package newsletter.subscription.signup;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressTags;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.catalogue.Catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class SignUpTests {

    @Autowired
    private SignUp signUp;

    @Autowired
    private SubscriptionRequests requests;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private AddressTags tags;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private void signUp(String address, String... newsletters) {
        this.signUp.request(Forms.address(address), Forms.asked(this.catalogue, newsletters));
    }

    private UUID subscriber(String address) {
        return this.jdbc.sql("SELECT id FROM subscriber WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address(address)))
            .query(UUID.class)
            .single();
    }

    @Test
    void aRequestIsStoredAndToldTogetherWithTheContact() {
        signUp("ada@signup.example.org", "mayor", "clean-air");
        UUID ada = subscriber("ada@signup.example.org");
        assertThat(this.told.about(ada)).singleElement().isInstanceOf(SubscriptionRequested.class);
        SubscriptionRequested event = this.told.about(ada, SubscriptionRequested.class).getFirst();
        assertThat(event.newsletters()).extracting("newsletterId").containsExactly("mayor", "clean-air");
        SubscriptionRequest stored = this.requests.find(event.requestId(), ada).orElseThrow();
        assertThat(stored.asked()).isEqualTo(Forms.asked(this.catalogue, "mayor", "clean-air"));
        assertThat(stored.expiresAt()).isEqualTo(event.expiresAt())
            .isEqualTo(stored.requestedAt().plus(Duration.ofDays(7)));
        assertThat(stored.confirmedAt()).isNull();
        assertThat(this.told.on(Topics.SUBSCRIBER_CONTACTS, ada, SubscriberContact.class)).hasSize(1);
    }

    @Test
    void aRequestIsFoundOnlyForItsOwnSubscriber() {
        signUp("own@signup.example.org", "mayor");
        UUID own = subscriber("own@signup.example.org");
        UUID request = this.told.about(own, SubscriptionRequested.class).getFirst().requestId();
        assertThat(this.requests.find(request, own)).isPresent();
        assertThat(this.requests.find(request, UUID.randomUUID())).isEmpty();
    }

    @Test
    void i07TheSameStatementsRunForAnAddressThatIsKnownAndOneThatIsNot() {
        signUp("known@signup.example.org", "mayor");
        List<String> known = statementsOf(() -> signUp("known@signup.example.org", "mayor"));
        List<String> unknown = statementsOf(() -> signUp("unknown@signup.example.org", "mayor"));
        assertThat(known).hasSizeGreaterThan(5).isEqualTo(unknown);
        signUp("taker@signup.example.org", "mayor");
        agree("taker@signup.example.org");
        assertThat(statementsOf(() -> signUp("taker@signup.example.org", "mayor"))).isEqualTo(unknown);
    }

    /** Consents to all that was asked for. */
    private void agree(String address) {
        this.jdbc.sql("""
                INSERT INTO consent (id, subscriber_id, newsletter_id, purpose_version, request_id, statement, given_at,
                    valid_until)
                SELECT gen_random_uuid(), subscriber_id, newsletter_id, purpose_version, request_id, statement, now(),
                    now() + interval '100 years'
                FROM requested_newsletter
                JOIN subscription_request ON subscription_request.id = request_id
                WHERE subscriber_id = :subscriber
                """).param("subscriber", subscriber(address)).update();
    }

    private static List<String> statementsOf(Runnable action) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var statements = new ListAppender<ILoggingEvent>();
        statements.start();
        logger.addAppender(statements);
        logger.setLevel(Level.DEBUG);
        try {
            action.run();
        }
        finally {
            logger.setLevel(null);
            logger.detachAppender(statements);
        }
        return statements.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void a01TenFormsAtOnceMakeThreeLetters() throws Exception {
        Together.at(10, () -> {
            signUp("victim@signup.example.org", "mayor");
            return true;
        });
        UUID victim = subscriber("victim@signup.example.org");
        assertThat(this.told.about(victim)).hasSize(3);
        signUp("VICTIM@signup.example.org", "clean-air");
        assertThat(this.told.about(victim)).hasSize(3);
        this.clock.forward(Duration.ofHours(24));
        signUp("victim@signup.example.org", "clean-air");
        assertThat(this.told.about(victim)).hasSize(4);
    }

    @Test
    void c04WordsThatNeverWereCannotBeAgreedTo() {
        var invented = new Asked(List.of(new RequestedNewsletter("mayor", 1, "invented")), "invented", "invented",
                "en");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
            .isThrownBy(() -> this.signUp.request(Forms.address("invented@signup.example.org"), invented));
        assertThat(this.jdbc.sql("SELECT count(*) FROM subscriber WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address("invented@signup.example.org")))
            .query(Integer.class)
            .single()).isZero();
    }

}
