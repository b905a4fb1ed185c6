package newsletter.mailer.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.personaldata.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** I-4: the books balance at every moment, whatever happens on the way. */
@EngineTest
class BalanceTests {

    private static final int READERS = 2_000;

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate batches;

    private List<Person> readers(String newsletter) {
        List<Person> readers = IntStream.range(0, READERS).mapToObj((_) -> Person.somebody()).toList();
        this.batches.batchUpdate(
                "INSERT INTO contact (subscriber_id, address, language, told_at) VALUES (?, ?, 'en', now())",
                readers.stream()
                    .map((person) -> new Object[] { person.subscriberId(), this.world.cipher()
                        .encryptAddress(person.subscriberId(), EmailAddress.parse(person.address()).orElseThrow()) })
                    .toList());
        this.batches.batchUpdate("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                VALUES (gen_random_uuid(), ?, ?, now(), 1, gen_random_uuid(), 's', 'p', now() + interval '1 year', 'R')
                """, readers.stream().map((person) -> new Object[] { person.subscriberId(), newsletter }).toList());
        return readers;
    }

    private record Books(long planned, long accepted, long refused, long suppressed, long unknown, long rows,
            long acceptedRows, long refusedRows, long suppressedRows, long unknownRows, long openRows) {

        /** One statement sees one moment. */
        static Books of(JdbcClient jdbc, UUID edition) {
            return jdbc.sql("""
                    SELECT max(planned) AS planned, max(accepted) AS accepted, max(refused) AS refused,
                        max(suppressed) AS suppressed, max(unknown) AS unknown, count(*) AS rows,
                        count(*) FILTER (WHERE status = 'accepted') AS accepted_rows,
                        count(*) FILTER (WHERE status = 'refused') AS refused_rows,
                        count(*) FILTER (WHERE status = 'suppressed') AS suppressed_rows,
                        count(*) FILTER (WHERE status = 'unknown') AS unknown_rows,
                        count(*) FILTER (WHERE status IN ('waiting', 'claimed')) AS open_rows
                    FROM mailing JOIN delivery USING (edition_id)
                    WHERE edition_id = :edition
                    """).param("edition", edition).query(Books.class).single();
        }

        void balance() {
            assertThat(this.rows).isEqualTo(this.planned);
            assertThat(List.of(this.acceptedRows, this.refusedRows, this.suppressedRows, this.unknownRows))
                .isEqualTo(List.of(this.accepted, this.refused, this.suppressed, this.unknown));
            assertThat(this.acceptedRows + this.refusedRows + this.suppressedRows + this.unknownRows + this.openRows)
                .isEqualTo(this.planned);
        }

    }

    @Test
    void theBooksBalanceAtEveryMoment() {
        String newsletter = this.desk.newNewsletter();
        List<Person> readers = readers(newsletter);
        readers.subList(0, 20)
            .forEach((person) -> this.mailbox.refuse(person.address(), "550 5.1.1 <" + person.address() + "> no"));
        Person trigger = readers.get(READERS / 2);
        var began = new AtomicBoolean();
        var once = new AtomicBoolean();
        this.mailbox.onMail((mail) -> {
            if (began.compareAndSet(false, true)) {
                leave(newsletter, trigger);
            }
            if (mail.isTo(trigger.address()) && once.compareAndSet(false, true)) {
                this.mailbox.stop();
                this.mailbox.start();
            }
        });
        UUID edition = this.desk.start(newsletter);
        var samples = new AtomicInteger();
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20)).until(() -> {
            Books.of(this.jdbc, edition).balance();
            Progress progress = this.deliveries.progress(edition);
            assertThat(progress.accepted() + progress.refused() + progress.suppressed() + progress.unknown()
                    + progress.waiting())
                .isEqualTo(progress.planned());
            samples.incrementAndGet();
            return progress.finishedAt() != null;
        });
        assertThat(samples).hasValueGreaterThan(10);
        Books books = Books.of(this.jdbc, edition);
        books.balance();
        assertThat(books.planned).isEqualTo(READERS);
        assertThat(books.openRows).isZero();
        assertThat(books.suppressed).isPositive();
        assertThat(books.unknown).isPositive();
        assertThat(this.desk.heardOf(edition)).hasSize(1);
        theReportsSayTheSame(edition, books);
        nobodyGotItTwice(newsletter);
    }

    /** More than can be in hand at once: some are too late, some are not. */
    private void leave(String newsletter, Person butNot) {
        this.jdbc.sql("""
                UPDATE consent SET ended_at = now(), ended_by = gen_random_uuid()
                WHERE newsletter_id = :newsletter AND consent_id IN (
                    SELECT consent_id FROM consent WHERE newsletter_id = :newsletter AND subscriber_id <> :butNot
                    ORDER BY consent_id LIMIT 200)
                """).param("newsletter", newsletter).param("butNot", butNot.subscriberId()).update();
    }

    private void theReportsSayTheSame(UUID edition, Books books) {
        await().atMost(Duration.ofSeconds(30)).until(() -> this.world.rows(edition).size() >= READERS);
        var outcomes = this.world.rows(edition)
            .stream()
            .collect(Collectors.groupingBy(Row::outcome, Collectors.counting()));
        assertThat(outcomes.getOrDefault(Outcome.ACCEPTED, 0L)).isEqualTo(books.accepted);
        assertThat(outcomes.getOrDefault(Outcome.REFUSED, 0L)).isEqualTo(books.refused);
        assertThat(outcomes.getOrDefault(Outcome.SUPPRESSED, 0L)).isEqualTo(books.suppressed);
        assertThat(outcomes.getOrDefault(Outcome.UNKNOWN, 0L)).isEqualTo(books.unknown);
        assertThat(this.world.rows(edition)).extracting(Row::deliveryId).doesNotHaveDuplicates();
    }

    private void nobodyGotItTwice(String newsletter) {
        assertThat(this.mailbox.mails()
            .stream()
            .filter((mail) -> mail.header("List-Id").filter((id) -> id.contains(newsletter)).isPresent())
            .map(ReceivedMail::recipients)).doesNotHaveDuplicates();
    }

}
