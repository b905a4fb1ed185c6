package newsletter.subscription.signup;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

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
import newsletter.subscription.suppression.SuppressionReason;
import newsletter.subscription.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class SignUpTests {

    @Autowired
    private SignUp signUp;

    @Autowired
    private SubscriptionRequests requests;

    @Autowired
    private LetterBudgets budgets;

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private TransactionTemplate transaction;

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

    /** whatever is known of it, and whatever comes of it. */
    @Test
    void i07TheSameStatementsRunForEveryAddress() {
        signUp("known@signup.example.org", "mayor");
        signUp("muted@signup.example.org", "mayor");
        mute("muted@signup.example.org");
        signUp("taker@signup.example.org", "libraries");
        agree("taker@signup.example.org");
        suppress("suppressed@signup.example.org");
        List<String> unknown = statementsOf(() -> signUp("unknown@signup.example.org", "libraries"));
        assertThat(unknown).hasSizeGreaterThan(8);
        for (String address : List.of("known@signup.example.org", "known@signup.example.org",
                "muted@signup.example.org", "suppressed@signup.example.org", "taker@signup.example.org",
                "never+seen@signup.example.org", "postmaster@signup.example.org")) {
            assertThat(statementsOf(() -> signUp(address, "libraries"))).as(address).isEqualTo(unknown);
        }
    }

    private void mute(String address) {
        this.budgets.mute(this.tags.tags(Forms.address(address).plainest()), this.clock.instant());
    }

    private void suppress(String address) {
        this.transaction.executeWithoutResult((_) -> this.suppressions.add(Forms.address(address), UUID.randomUUID(),
                SuppressionReason.OBJECTION, this.clock.instant()));
    }

    /** Consents to all that was asked for. */
    private void agree(String address) {
        this.jdbc.sql("""
                WITH confirmed AS (
                    UPDATE subscription_request SET confirmed_at = now() WHERE subscriber_id = :subscriber
                    RETURNING id, subscriber_id)
                INSERT INTO consent (id, subscriber_id, newsletter_id, purpose_version, request_id, statement, given_at,
                    valid_until)
                SELECT gen_random_uuid(), subscriber_id, newsletter_id, purpose_version, request_id, statement, now(),
                    now() + interval '100 years'
                FROM requested_newsletter
                JOIN confirmed ON confirmed.id = request_id
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

    private int letters(String address) {
        return this.jdbc.sql("SELECT count(*) FROM budgeted_letter WHERE tag = :tag")
            .param("tag", this.tags.tag(Forms.address(address).plainest()))
            .query(Integer.class)
            .single();
    }

    private boolean isKnown(String address) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscriber WHERE tag = :tag)")
            .param("tag", this.tags.tag(Forms.address(address)))
            .query(Boolean.class)
            .single();
    }

    @Test
    void a01TenFormsAtOnceMakeOneLetterAndTenDifferentOnesThree() throws Exception {
        Together.at(10, () -> {
            signUp("victim@signup.example.org", "mayor");
            return true;
        });
        UUID victim = subscriber("victim@signup.example.org");
        assertThat(this.told.about(victim)).hasSize(1);
        Together.each(List.of("clean-air", "libraries", "mayor,clean-air", "mayor,libraries", "libraries,clean-air"),
                (boxes) -> {
                    signUp("VICTIM@signup.example.org", boxes.split(","));
                    return true;
                });
        assertThat(this.told.about(victim)).hasSize(3);
        assertThat(this.told.on(Topics.SUBSCRIBER_CONTACTS, victim, SubscriberContact.class)).hasSize(3);
        this.clock.forward(Duration.ofHours(24));
        signUp("victim@signup.example.org", "clean-air");
        assertThat(this.told.about(victim)).hasSize(4);
    }

    @Test
    void a01TheSameIsAskedAgainAfterTenMinutes() {
        signUp("again@signup.example.org", "mayor", "clean-air");
        signUp("again@signup.example.org", "mayor", "clean-air");
        assertThat(letters("again@signup.example.org")).isEqualTo(1);
        this.clock.forward(Duration.ofMinutes(10));
        signUp("again@signup.example.org", "mayor", "clean-air");
        assertThat(letters("again@signup.example.org")).isEqualTo(2);
    }

    /** the mailbox is one, however many people it may seem to be. */
    @Test
    void a01SpellingsOfOneMailboxShareItsLetters() throws Exception {
        signUp("victim2@signup.example.org", "libraries");
        String[][] boxes = { { "mayor" }, { "clean-air" }, { "mayor", "clean-air" } };
        List<Integer> numbers = IntStream.range(0, 20).boxed().toList();
        Together.each(numbers, (n) -> {
            signUp("v.ictim2+" + n + "@signup.example.org", boxes[n % boxes.length]);
            return true;
        });
        assertThat(letters("victim2@signup.example.org")).isEqualTo(3);
        assertThat(numbers.stream().filter((n) -> isKnown("v.ictim2+" + n + "@signup.example.org"))).hasSize(2);
    }

    /** The attacker has many networks, all boxes, and spellings without end. */
    @Test
    void a01TenThousandPostsForOneVictimMakeThreeLetters() throws Exception {
        var random = new Random(20261122);
        List<String[]> boxes = List.of(new String[] { "mayor" }, new String[] { "clean-air" },
                new String[] { "libraries" }, new String[] { "mayor", "libraries" });
        List<List<Integer>> attackers = Collections.nCopies(4, IntStream.range(0, 2_500).boxed().toList());
        Together.each(attackers, (posts) -> {
            posts.forEach((post) -> signUp("list.bomb+" + random.nextInt(3) + "@signup.example.org",
                    boxes.get(random.nextInt(boxes.size()))));
            return true;
        });
        assertThat(letters("listbomb@signup.example.org")).isEqualTo(3);
        assertThat(this.jdbc.sql("""
                SELECT count(*) FROM subscription_request JOIN subscriber ON subscriber.id = subscriber_id
                WHERE tag IN (:tags)
                """)
            .param("tags",
                    IntStream.range(0, 3)
                        .mapToObj((n) -> this.tags.tag(Forms.address("list.bomb+" + n + "@signup.example.org")))
                        .toList())
            .query(Integer.class)
            .single()).isEqualTo(3);
    }

    @Test
    void a01AMutedAddressIsNotWrittenToAndANewSpellingOfItIsNotEvenStored() {
        signUp("mute@signup.example.org", "mayor");
        mute("mute@signup.example.org");
        signUp("mute@signup.example.org", "clean-air");
        signUp("mute+2@signup.example.org", "clean-air");
        assertThat(letters("mute@signup.example.org")).isEqualTo(1);
        assertThat(isKnown("mute+2@signup.example.org")).isFalse();
        this.clock.forward(Duration.ofDays(30));
        signUp("mute@signup.example.org", "clean-air");
        assertThat(letters("mute@signup.example.org")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "abuse", "postmaster", "hostmaster", "noc", "security", "MAILER-DAEMON", "abuse+1" })
    void a15NothingComesOfAMailboxOfDuty(String mailbox) {
        signUp(mailbox + "@duty.example.org", "mayor");
        assertThat(isKnown(mailbox + "@duty.example.org")).isFalse();
        assertThat(letters(mailbox + "@duty.example.org")).isZero();
        signUp("info@duty.example.org", "mayor");
        assertThat(isKnown("info@duty.example.org")).isTrue();
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
