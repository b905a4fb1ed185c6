package newsletter.mailer.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.Event;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EngineTest
class DeliveriesOnTheWireTests {

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private SignedLinks links;

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    /** People who consent to a newsletter; their consents' order is theirs. */
    private List<Person> people(int count) {
        return IntStream.range(0, count).mapToObj((_) -> Person.somebody()).toList();
    }

    private List<ConsentGiven> consent(List<Person> people, String newsletter) {
        this.world.tell(people.stream().map((person) -> person.contact(this.world.cipher())).toArray(Event[]::new));
        List<ConsentGiven> given = people.stream().map((person) -> person.consents(newsletter)).toList();
        this.world.tell(given.toArray(Event[]::new));
        this.world.awaitRead(people);
        return given;
    }

    private List<ReceivedMail> editionsTo(Person person) {
        return this.mailbox.mailsTo(person.address())
            .stream()
            .filter((mail) -> mail.header("List-Id").isPresent())
            .toList();
    }

    @Test
    void anEditionReachesThoseWhoConsentAndNobodyElse() {
        String newsletter = this.desk.newNewsletter();
        String another = this.desk.newNewsletter();
        List<Person> readers = people(3);
        Person onlyAsked = Person.somebody();
        Person readsAnother = Person.somebody();
        List<ConsentGiven> given = consent(readers, newsletter);
        consent(List.of(readsAnother), another);
        this.world.tellContact(onlyAsked);
        this.world.tell(onlyAsked.requests(newsletter));
        this.world.awaitRead(onlyAsked);
        UUID edition = this.desk.start(newsletter);
        Progress progress = this.desk.awaitFinished(edition);
        assertThat(progress).usingRecursiveComparison()
            .ignoringFields("finishedAt")
            .isEqualTo(new Progress(3, 3, 0, 0, 0, 0, null, null));
        assertThat(readers).allSatisfy((reader) -> assertThat(editionsTo(reader)).hasSize(1));
        assertThat(editionsTo(onlyAsked)).isEmpty();
        assertThat(editionsTo(readsAnother)).isEmpty();
        await().until(() -> this.world.rows(edition).size() == 3);
        assertThat(this.world.rows(edition)).extracting(Row::consentId)
            .containsExactlyInAnyOrderElementsOf(given.stream().map(ConsentGiven::consentId).toList());
        assertThat(this.desk.heardOf(edition)).hasSize(1);
    }

    @Test
    void aCopyHasTheFormOfANewsletter() throws Exception {
        String newsletter = this.desk.newNewsletter();
        Person reader = Person.somebody();
        consent(List.of(reader), newsletter);
        Mailing mailing = this.desk.mailing(newsletter);
        this.desk.start(mailing);
        this.desk.awaitFinished(mailing.editionId());
        ReceivedMail mail = editionsTo(reader).getFirst();
        Row row = row(mailing.editionId());
        // M-29, C-08: one recipient, and it is the one in To.
        assertThat(mail.recipients()).containsExactly(reader.address());
        assertThat(mail.message().getAllRecipients()).singleElement().hasToString(reader.address());
        assertThat(mail.envelopeFrom()).isEqualTo("bounce+" + row.deliveryId() + "@bounces.exford.example.org");
        // M-01, M-02, M-04.
        assertThat(mail.message().getHeader("List-Unsubscribe")).singleElement()
            .asString()
            .matches("<https://news\\.exford\\.example\\.org/one-click/[A-Za-z0-9_.-]+>");
        assertThat(mail.message().getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String token = mail.header("List-Unsubscribe").orElseThrow().replaceAll("^<.*/|>$", "");
        Link link = this.links.read(Action.UNSUBSCRIBE, token).orElseThrow();
        assertThat(link).isEqualTo(new Link(Action.UNSUBSCRIBE, reader.subscriberId(), newsletter, null));
        // M-06: people see the page.
        assertThat(mail.text()).contains("https://news.exford.example.org/unsubscribe/" + token);
        assertThat(mail.html()).contains("https://news.exford.example.org/unsubscribe/" + token);
        assertThat(mail.text()).containsPattern("https://news\\.exford\\.example\\.org/preferences/[\\w.-]+");
        // M-11, M-40, M-43.
        assertThat(mail.message().getHeader("List-Id")).singleElement()
            .asString()
            .contains("<" + newsletter + ".news.exford.example.org>");
        assertThat(mail.message().getHeader("Message-ID")).containsExactly("<" + row.messageId() + ">");
        assertThat(row.messageId()).isEqualTo(row.deliveryId() + "@news.exford.example.org");
        assertThat(mail.header("Auto-Submitted")).isEmpty();
        // M-38, M-39, M-41.
        assertThat(mail.message().isMimeType("multipart/alternative")).isTrue();
        assertThat(mail.source()).matches("(?s)[\\x00-\\x7F]*");
        assertThat(mail.source().split("\r\n", -1)).allSatisfy((line) -> assertThat(line.length()).isLessThan(998));
        assertThat(mail.subject()).isEqualTo("A new bridge – öpen");
        assertThat(mail.message().getFrom()).hasSize(1);
        assertThat(mail.message().getSentDate()).isBetween(Instant.now().minusSeconds(60), Instant.now());
        // What was approved, but for what is the reader's own.
        assertThat(mail.source().replace("\r\n", "").length())
            .isGreaterThan(mailing.mail().bytes().length - mailing.mail().bytes().length / 5);
    }

    private Row row(UUID edition) {
        await().until(() -> this.world.rows(edition).size() == 1);
        return this.world.rows(edition).getFirst();
    }

    /** I-1: between the plan and the claim. */
    @Test
    void whoWithdrawsAfterTheStartIsNotMailedAndTheReportSaysWhy() {
        String newsletter = this.desk.newNewsletter();
        List<Person> readers = people(2);
        List<ConsentGiven> given = consent(readers, newsletter);
        Person leaver = readers.getFirst();
        ConsentWithdrawn withdrawn = Person.withdraws(given.getFirst());
        this.mailbox.stop();
        UUID edition;
        try {
            edition = this.desk.start(newsletter);
            this.world.tell(withdrawn);
            this.world.awaitRead(leaver);
        }
        finally {
            this.mailbox.start();
        }
        Progress progress = this.desk.awaitFinished(edition);
        assertThat(progress.accepted()).isEqualTo(1);
        assertThat(progress.suppressed()).isEqualTo(1);
        assertThat(editionsTo(leaver)).isEmpty();
        await().until(() -> this.world.rows(edition).size() == 2);
        assertThat(this.world.rows(edition)).filteredOn((row) -> row.outcome() == Outcome.SUPPRESSED)
            .singleElement()
            .satisfies((row) -> {
                assertThat(row.subscriberId()).isEqualTo(leaver.subscriberId());
                assertThat(row.endedBy()).isEqualTo(withdrawn.eventId());
                assertThat(row.relayReply()).isNull();
            });
    }

    @Test
    void whoWasErasedIsNotMailed() {
        String newsletter = this.desk.newNewsletter();
        List<Person> readers = people(2);
        consent(readers, newsletter);
        this.world.tellErasure(readers.getFirst().subscriberId());
        await().until(() -> this.world.count("SELECT count(*) FROM contact WHERE subscriber_id = ? AND address IS NULL",
                readers.getFirst().subscriberId()) == 1);
        Progress progress = this.desk.awaitFinished(this.desk.start(newsletter));
        assertThat(progress.suppressed()).isEqualTo(1);
        assertThat(editionsTo(readers.getFirst())).isEmpty();
    }

    @Test
    void refusalsAreFinalAndDelaysAreNot() {
        String newsletter = this.desk.newNewsletter();
        List<Person> readers = people(3);
        consent(readers, newsletter);
        this.mailbox.refuse(readers.get(0).address(), "550 5.1.1 <" + readers.get(0).address() + ">: unknown here");
        this.mailbox.refuse(readers.get(1).address(), "451 4.7.1 Greylisted");
        UUID edition = this.desk.start(newsletter);
        await().until(() -> this.deliveries.progress(edition).waiting() == 1
                && "451 4.7.1 Greylisted".equals(this.deliveries.progress(edition).trouble()));
        assertThat(this.deliveries.progress(edition).finishedAt()).isNull();
        this.mailbox.accept(readers.get(1).address());
        assertThat(this.desk.awaitFinished(edition)).usingRecursiveComparison()
            .ignoringFields("finishedAt")
            .isEqualTo(new Progress(3, 2, 1, 0, 0, 0, null, null));
        assertThat(editionsTo(readers.get(1))).hasSize(1);
        await().until(() -> this.world.rows(edition).size() == 3);
        assertThat(this.world.rows(edition)).filteredOn((row) -> row.outcome() == Outcome.REFUSED)
            .extracting(Row::relayReply)
            .containsExactly("550 5.1.1 […]: unknown here");
    }

    @Test
    void whileTheMailServerIsAwayAnEditionWaitsAndSaysSo() {
        String newsletter = this.desk.newNewsletter();
        List<Person> readers = people(2);
        consent(readers, newsletter);
        this.mailbox.stop();
        UUID edition;
        try {
            edition = this.desk.start(newsletter);
            await().until(() -> String.valueOf(this.deliveries.progress(edition).trouble())
                .startsWith("The mail server cannot be reached"));
            assertThat(this.deliveries.progress(edition).waiting()).isEqualTo(2);
        }
        finally {
            this.mailbox.start();
        }
        assertThat(this.desk.awaitFinished(edition)).usingRecursiveComparison()
            .ignoringFields("finishedAt")
            .isEqualTo(new Progress(2, 2, 0, 0, 0, 0, null, null));
    }

    /** I-5: the answer is lost. Nobody knows, so nobody is mailed again. */
    @Test
    void aDeliveryInDoubtIsUnknownAndNotSentAgain() {
        String newsletter = this.desk.newNewsletter();
        Person reader = Person.somebody();
        consent(List.of(reader), newsletter);
        this.mailbox.onMail((mail) -> {
            if (mail.isTo(reader.address()) && mail.header("List-Id").isPresent()) {
                this.mailbox.stop();
                this.mailbox.start();
            }
        });
        UUID edition = this.desk.start(newsletter);
        assertThat(this.desk.awaitFinished(edition).unknown()).isEqualTo(1);
        assertThat(row(edition).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(editionsTo(reader)).hasSize(1);
    }

    @Test
    void anEditionThatNobodyReadsIsFinished() {
        UUID edition = this.desk.start(this.desk.newNewsletter());
        Progress progress = this.desk.awaitFinished(edition);
        assertThat(progress.planned()).isZero();
        assertThat(this.desk.heardOf(edition)).hasSize(1);
        assertThat(this.world.deliveryReports(edition)).isEmpty();
    }

    @Test
    void anEditionStartedTwiceIsSentOnce() {
        String newsletter = this.desk.newNewsletter();
        Person reader = Person.somebody();
        consent(List.of(reader), newsletter);
        Mailing mailing = this.desk.mailing(newsletter);
        this.desk.start(mailing);
        this.desk.awaitFinished(mailing.editionId());
        this.desk.start(mailing);
        assertThat(this.deliveries.progress(mailing.editionId()).planned()).isEqualTo(1);
        assertThat(editionsTo(reader)).hasSize(1);
    }

    @Test
    void toStartNeedsTheCallersTransaction() {
        Mailing mailing = this.desk.mailing(this.desk.newNewsletter());
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.deliveries.start(mailing));
    }

    @Test
    void anEditionThatWasNeverStartedHasNoProgress() {
        assertThat(this.deliveries.progress(UUID.randomUUID())).isEqualTo(new Progress(0, 0, 0, 0, 0, 0, null, null));
    }

    @Test
    void reportsHaveNoGapsAndNoReportIsTooLong() {
        String newsletter = this.desk.newNewsletter();
        consent(people(100), newsletter);
        UUID edition = this.desk.start(newsletter);
        this.desk.awaitFinished(edition);
        await().until(() -> this.world.rows(edition).size() == 100);
        List<DeliveriesReported> reports = this.world.deliveryReports(edition);
        assertThat(reports).extracting(DeliveriesReported::sequence)
            .containsExactlyElementsOf(Stream.iterate(1L, (number) -> number + 1).limit(reports.size()).toList());
        assertThat(reports).allSatisfy((report) -> {
            assertThat(report.planned()).isEqualTo(100);
            assertThat(report.rows()).hasSizeBetween(1, DeliveriesReported.MAX_ROWS);
        });
        assertThat(this.world.rows(edition)).extracting(Row::deliveryId).doesNotHaveDuplicates();
        assertThat(this.world.rows(edition)).extracting(Row::nonce).doesNotHaveDuplicates();
    }

}
