package newsletter.mailer.audience;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.SubscriberContact;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.personaldata.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

@EngineTest
class ErasureTests {

    @Autowired
    private World world;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    private final Person person = Person.somebody();

    private final String newsletter = Person.newNewsletter();

    private final UUID lent = UUID.randomUUID();

    private final SubscriberErased erased = new SubscriberErased(UUID.randomUUID(), this.person.subscriberId(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS), "resident", this.lent, "en");

    @BeforeEach
    void aSubscriberWithALetterThatWaits() {
        this.world.tell(Person.published(this.newsletter, 1, this.person.asked()));
        this.world.tellContact(this.person);
        this.world.tell(this.person.consents(this.newsletter));
        this.mailbox.awaitMailTo(this.person.address());
        this.mailbox.refuse(this.person.address(), "451 4.7.1 Later");
        this.world.tell(this.person.asksForALink(Duration.ofHours(1)));
        this.world.awaitRead(this.person);
    }

    private SubscriberContact lentContact() {
        byte[] address = this.world.cipher()
            .encryptAddress(this.lent, EmailAddress.parse(this.person.address()).orElseThrow());
        return new SubscriberContact(UUID.randomUUID(), this.lent, this.erased.occurredAt(), "en",
                Base64.getEncoder().encodeToString(address), "c2FsdA==", "dGFn",
                this.erased.occurredAt().plus(Duration.ofHours(24)));
    }

    private void erase() {
        this.world.tell(this.erased, lentContact());
        this.world.awaitRead(this.person);
        this.mailbox.accept(this.person.address());
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> this.world.letterReports(this.person.subscriberId())
                .stream()
                .map(LetterReported::letter)
                .anyMatch("erased"::equals));
    }

    @Test
    void c24TheLastLetterIsTheFarewellAndNothingThatWaitedIsSent() {
        erase();
        List<ReceivedMail> mails = this.mailbox.mailsTo(this.person.address());
        assertThat(mails).hasSize(2);
        ReceivedMail farewell = mails.getLast();
        assertThat(farewell.subject()).isEqualTo("Your data is erased");
        for (String text : List.of(farewell.text(), farewell.html())) {
            assertThat(text).contains("random number", "help@exford.example.org")
                .doesNotContain(this.person.address(), "/preferences/", "/unsubscribe/");
        }
        assertThat(this.world.letterReports(this.person.subscriberId())).last()
            .satisfies((report) -> assertThat(report.about()).isEqualTo(this.lent.toString()));
        assertThat(this.jdbc.sql("""
                SELECT status || ' ' || reply FROM letter WHERE subscriber_id = :subscriber AND kind = 'your-link'
                """).param("subscriber", this.person.subscriberId()).query(String.class).single())
            .isEqualTo("dropped erased");
    }

    @Test
    void c27ItIsAcknowledgedOnceHoweverOftenItIsRead() {
        erase();
        this.world.tell(this.erased, this.erased);
        this.world.awaitRead(this.person);
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> !this.world.acknowledgements(this.person.subscriberId()).isEmpty());
        assertThat(this.world.acknowledgements(this.person.subscriberId())).singleElement().satisfies((done) -> {
            assertThat(done.about()).isEqualTo(this.erased.eventId());
            assertThat(done.kind()).isEqualTo(Kind.ERASED);
            assertThat(done.service()).isEqualTo("mailer-service");
        });
        assertThat(this.mailbox.mailsTo(this.person.address())).hasSize(2);
    }

    /** The old record once more, as an attacker or a restored topic would tell it. */
    @Test
    void i09NothingInAnyTableLeadsToTheAddressNotEvenWhenTheContactIsToldAgain() {
        List<String> traces = traces();
        assertThat(found(traces)).containsExactly("contact");
        erase();
        traces.addAll(traces());
        this.world.tellErasure(this.lent);
        this.world.tellContact(this.person);
        this.world.awaitRead(new Person(this.lent, this.person.address(), this.lent, "", this.person.asked()),
                this.person);
        // The markers have the address too, under other ids.
        this.jdbc.sql("""
                DELETE FROM contact
                WHERE subscriber_id IN (SELECT consent_id FROM consent WHERE newsletter_id = 'nothing')
                """).update();
        assertThat(found(traces)).isEmpty();
        assertThat(this.world.acknowledgements(this.person.subscriberId())).extracting(EventAcknowledged::kind)
            .containsExactly(Kind.ERASED);
    }

    /** The address in clear, and what is stored of it now. */
    private List<String> traces() {
        String name = this.person.address().substring(0, this.person.address().indexOf('@'));
        List<String> traces = new ArrayList<>(
                List.of(name, HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII))));
        this.jdbc
            .sql("SELECT encode(address, 'hex') FROM contact WHERE subscriber_id IN (:ids) AND address IS NOT NULL")
            .param("ids", List.of(this.person.subscriberId(), this.lent))
            .query(String.class)
            .list()
            .forEach(traces::add);
        return traces;
    }

    private List<String> found(List<String> traces) {
        return this.jdbc.sql("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                """)
            .query(String.class)
            .list()
            .stream()
            .filter((table) -> this.jdbc.sql("SELECT t::text FROM \"" + table + "\" t")
                .query(String.class)
                .list()
                .stream()
                .anyMatch((row) -> traces.stream().anyMatch(row::contains)))
            .toList();
    }

}
