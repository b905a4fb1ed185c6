package newsletter.mailer.delivery;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.Event;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.mailer.handover.Answer;
import newsletter.mailer.handover.Answer.Verdict;
import newsletter.mailer.handover.Line;
import newsletter.mailer.handover.MailServer;
import newsletter.mailer.handover.NoMailServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** I-5: a sender dies, or the database does, at the worst moments. */
@EngineTest
class CrashTests {

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private Claims claims;

    @Autowired
    private Copies copies;

    @Autowired
    private Mailings mailings;

    @Autowired
    private MailServer server;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private HealthEndpoint health;

    @Autowired
    private JdbcConnectionDetails details;

    @Autowired
    private WebApplicationContext context;

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(60));
    }

    private String newsletterWith(List<Person> readers) {
        String newsletter = this.desk.newNewsletter();
        this.world.tell(readers.stream().map((person) -> person.contact(this.world.cipher())).toArray(Event[]::new));
        this.world.tell(readers.stream().map((person) -> person.consents(newsletter)).toArray(Event[]::new));
        this.world.awaitRead(readers);
        return newsletter;
    }

    private List<ReceivedMail> editionsTo(Person person) {
        return this.mailbox.mailsTo(person.address())
            .stream()
            .filter((mail) -> mail.header("List-Id").isPresent())
            .toList();
    }

    /**
     * One was handed over, one was not, and nobody lived to say which: both are unknown,
     * both are reported, neither is sent again, and the edition comes to its end.
     */
    @Test
    void whatADeadSenderHadInHandIsUnknownAndNotSentAgain() throws NoMailServer {
        List<Person> readers = List.of(Person.somebody(), Person.somebody(), Person.somebody());
        String newsletter = newsletterWith(readers);
        UUID edition;
        List<Claim> inHand;
        // While the mail server is away nobody else claims.
        this.mailbox.stop();
        try {
            edition = this.desk.start(newsletter);
            inHand = this.claims.claim(edition, UUID.randomUUID(), UUID.randomUUID(), 2);
        }
        finally {
            this.mailbox.start();
        }
        try (Line line = this.server.open()) {
            this.copies.handOver(line, this.mailings.source(edition), inHand.getFirst());
        }
        Progress progress = this.desk.awaitFinished(edition);
        assertThat(progress.unknown()).isEqualTo(2);
        assertThat(progress.accepted()).isEqualTo(1);
        await().until(() -> this.world.rows(edition).size() == 3);
        assertThat(this.world.rows(edition)).filteredOn((row) -> row.outcome() == Outcome.UNKNOWN)
            .extracting(Row::deliveryId)
            .containsExactlyInAnyOrderElementsOf(inHand.stream().map(Claim::deliveryId).toList());
        assertThat(readers.stream().mapToInt((reader) -> editionsTo(reader).size()).sum()).isEqualTo(2);
        assertThat(this.desk.heardOf(edition)).hasSize(1);
    }

    /** What was believed dead comes back too late: the books are closed. */
    @Test
    void aSenderThatRisesFromTheDeadChangesNothing() {
        String newsletter = newsletterWith(List.of(Person.somebody()));
        UUID claimId = UUID.randomUUID();
        UUID edition;
        Claim inHand;
        this.mailbox.stop();
        try {
            edition = this.desk.start(newsletter);
            inHand = this.claims.claim(edition, UUID.randomUUID(), claimId, 1).getFirst();
        }
        finally {
            this.mailbox.start();
        }
        Progress before = this.desk.awaitFinished(edition);
        assertThat(before.unknown()).isEqualTo(1);
        Instant now = Instant.now();
        this.claims.settle(edition, claimId,
                List.of(inHand.settle(new Answer(Verdict.ACCEPTED, "250 OK"), now, now, Duration.ofSeconds(1))));
        assertThat(this.desk.awaitFinished(edition)).isEqualTo(before);
        await().until(() -> !this.world.rows(edition).isEmpty());
        assertThat(this.world.rows(edition)).extracting(Row::outcome).containsExactly(Outcome.UNKNOWN);
    }

    /**
     * The mail is handed over, and then the database is away: the outcome is not lost.
     */
    @Test
    void anOutcomeWaitsForTheDatabase() {
        Person reader = Person.somebody();
        String newsletter = newsletterWith(List.of(reader));
        var once = new AtomicBoolean();
        this.mailbox.onMail((mail) -> {
            if (mail.isTo(reader.address()) && mail.header("List-Id").isPresent() && once.compareAndSet(false, true)) {
                database(false);
            }
        });
        UUID edition;
        try {
            edition = this.desk.start(newsletter);
            await().until(once::get);
            await().until(() -> this.health.health().getStatus().equals(Status.DOWN));
        }
        finally {
            database(true);
        }
        await().ignoreExceptions().until(() -> this.desk.awaitFinished(edition).accepted() == 1);
        assertThat(editionsTo(reader)).hasSize(1);
        await().until(() -> this.health.health().getStatus().equals(Status.UP));
    }

    @Test
    void whileTheDatabaseIsAwayTheDeskSaysSoAndThenGoesOn() {
        MockMvcTester desk = MockMvcTester.from(this.context, (builder) -> builder.apply(springSecurity()).build());
        MockMvcRequestBuilder list = desk.get().uri("/editions").with(user("editor").roles("EDITOR"));
        MockMvcRequestBuilder write = desk.get().uri("/editions/new").with(user("editor").roles("EDITOR"));
        database(false);
        try {
            assertThat(List.of(list, write))
                .allSatisfy((page) -> assertThat(page).hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                    .bodyText()
                    .contains("Sorry, the service is not available"));
            assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
        }
        finally {
            database(true);
        }
        await().untilAsserted(() -> assertThat(list).hasStatusOk());
        assertThat(write).hasStatusOk();
        await().until(() -> this.health.health().getStatus().equals(Status.UP));
    }

    /** Cuts the service off from its database, and nobody else, or lets it in again. */
    private void database(boolean open) {
        String url = this.details.getJdbcUrl();
        String name = url.substring(url.lastIndexOf('/') + 1);
        var postgres = DevPostgres.shared();
        try (var connection = DriverManager.getConnection(
                "jdbc:postgresql://%s:%d/postgres".formatted(postgres.host(), postgres.port()), "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE %s WITH ALLOW_CONNECTIONS %s".formatted(name, open));
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s' AND NOT %s"
                .formatted(name, open));
        }
        catch (SQLException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    void theServiceIsWellWhileTheMailServerIsAway() {
        this.mailbox.stop();
        try {
            assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
        }
        finally {
            this.mailbox.start();
        }
    }

}
