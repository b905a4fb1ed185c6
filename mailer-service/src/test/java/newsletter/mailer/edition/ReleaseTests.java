package newsletter.mailer.edition;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.events.EditionPublished;
import newsletter.events.EventJson;
import newsletter.events.Topics;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.mailer.delivery.Deliveries;
import newsletter.mailer.delivery.Desk;
import newsletter.mailer.edition.Edition.Content;
import newsletter.mailer.edition.Edition.State;
import newsletter.mailer.edition.Refused.Reason;
import newsletter.mailer.rendering.CompiledMail;
import newsletter.mailer.rendering.MailSource;
import newsletter.mailer.rendering.Recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** From the first word to the last mail, on a real database, broker and mail server. */
@EngineTest
class ReleaseTests {

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private Newsroom newsroom;

    @Autowired
    private Release release;

    @Autowired
    private Editions editions;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private ConsumerFactory<String, String> consumers;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void whatIsApprovedArrivesByteForByte() {
        String newsletter = this.desk.newNewsletter();
        Person ada = reader(newsletter);
        UUID id = approved(newsletter, "Ein Gruß 🌉 vom Fluß");
        CompiledMail approved = this.newsroom.rendering(this.newsroom.find(id)).mail();
        this.release.start(id, approved.sha256(), "approver");
        awaitSent(id);
        ReceivedMail mail = this.mailbox.mails()
            .stream()
            .filter((it) -> it.isTo(ada.address()) && it.subject().equals("Ein Gruß 🌉 vom Fluß"))
            .findFirst()
            .orElseThrow();
        assertThat(mail.source().stripTrailing())
            .isEqualTo(new String(approved.splice(recipient(mail)), StandardCharsets.US_ASCII).stripTrailing());
    }

    @Test
    void itIsPublishedAsItWasApproved() {
        String newsletter = this.desk.newNewsletter();
        UUID id = approved(newsletter, "Winter service");
        Edition approved = this.newsroom.find(id);
        this.release.start(id, approved.submitted().sha256(), "approver");
        EditionPublished event = Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> published(id), Optional::isPresent)
            .orElseThrow();
        assertThat(event.slug()).matches("\\d{4}-\\d{2}-winter-service(-\\d+)?");
        assertThat(event.title()).isEqualTo("Winter service");
        assertThat(event.newsletterId()).isEqualTo(newsletter);
        assertThat(event.language()).isEqualTo("en");
        assertThat(event.html()).isEqualTo("<p>Dear residents</p>\n");
        assertThat(event.text()).isEqualTo("Dear residents");
        assertThat(event.contentSha256()).isEqualTo(approved.submitted().sha256());
        assertThat(event.author()).isEqualTo("editor");
        assertThat(event.approver()).isEqualTo("approver");
        assertThat(event.approvedAt()).isBefore(event.occurredAt().plusMillis(1));
    }

    @Test
    void anEditionForNobodyIsSentAtOnce() {
        UUID id = approved(this.desk.newNewsletter(), "Nobody asked");
        this.release.start(id, sha256(id), "approver");
        awaitSent(id);
        assertThat(this.deliveries.progress(id).planned()).isZero();
    }

    @Test
    void stateDeliveriesAndEventAreOneTransaction() {
        String newsletter = this.desk.newNewsletter();
        reader(newsletter);
        UUID id = approved(newsletter, "Never mind");
        new TransactionTemplate(this.transactions).executeWithoutResult((transaction) -> {
            this.release.start(id, sha256(id), "approver");
            transaction.setRollbackOnly();
        });
        assertThat(this.newsroom.find(id).state()).isEqualTo(State.APPROVED);
        assertThat(this.deliveries.progress(id).planned()).isZero();
        assertThat(this.world.count("SELECT count(*) FROM outbox WHERE key = ?", id.toString())).isZero();
        assertThat(published(id)).isEmpty();
    }

    @Test
    void twoWhoPressAtOnceSendItOnce() throws Exception {
        String newsletter = this.desk.newNewsletter();
        Person ada = reader(newsletter);
        UUID id = approved(newsletter, "Only once");
        String sha256 = sha256(id);
        assertThat(together(() -> this.release.start(id, sha256, "approver"),
                () -> this.release.start(id, sha256, "third")))
            .isEqualTo(Reason.NOT_NOW);
        awaitSent(id);
        assertThat(this.mailbox.mails()
            .stream()
            .filter((it) -> it.isTo(ada.address()) && it.subject().equals("Only once"))).hasSize(1);
    }

    @Test
    void twoWhoSaveAtOnceDoNotOverwriteEachOther() throws Exception {
        String newsletter = this.desk.newNewsletter();
        UUID id = this.newsroom.begin(new Content(newsletter, "A", "a"), "editor");
        assertThat(together(() -> this.newsroom.write(id, new Content(newsletter, "B", "b"), 1, "editor"),
                () -> this.newsroom.write(id, new Content(newsletter, "C", "c"), 1, "second")))
            .isEqualTo(Reason.CHANGED_MEANWHILE);
        assertThat(this.newsroom.find(id).version()).isEqualTo(2);
        assertThat(this.editions.history(id)).hasSize(2);
    }

    @Test
    void consentToTheOldPurposeIsNotUsedForTheNewOne() {
        String newsletter = this.desk.newNewsletter();
        UUID id = approved(newsletter, "New purpose");
        this.world.tell(Person.published(newsletter, 2, Instant.now().plusSeconds(1)));
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> this.world.count("SELECT purpose_version FROM newsletter WHERE id = ?", newsletter) == 2);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> this.release.start(id, sha256(id), "approver"))
            .extracting(Refused::reason)
            .isEqualTo(Reason.PURPOSE_CHANGED);
    }

    /** Both at once: one succeeds; why the other was refused. */
    private static Reason together(Runnable one, Runnable other) throws InterruptedException {
        List<Callable<Object>> both = List.of(Executors.callable(one), Executors.callable(other));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Reason> refusals = threads.invokeAll(both).stream().flatMap((done) -> {
                try {
                    done.get();
                    return Stream.<Reason>empty();
                }
                catch (ExecutionException ex) {
                    assertThat(ex).hasCauseInstanceOf(Refused.class);
                    return Stream.ofNullable((Refused) ex.getCause()).map(Refused::reason);
                }
                catch (InterruptedException ex) {
                    throw new IllegalStateException(ex);
                }
            }).toList();
            assertThat(refusals).hasSize(1);
            return refusals.getFirst();
        }
    }

    private Person reader(String newsletter) {
        Person person = Person.somebody();
        this.world.tellContact(person);
        this.world.tell(person.consents(newsletter));
        this.world.awaitRead(person);
        return person;
    }

    private UUID approved(String newsletter, String subject) {
        UUID id = this.newsroom.begin(new Content(newsletter, subject, "Dear residents"), "editor");
        this.newsroom.submit(id, 1, "editor");
        this.newsroom.approve(id, sha256(id), "approver");
        return id;
    }

    private String sha256(UUID id) {
        return this.newsroom.find(id).submitted().sha256();
    }

    private void awaitSent(UUID id) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.newsroom.find(id).state() == State.SENT);
    }

    /** The fields in which this mail differs from the next one, as it carries them. */
    private static Recipient recipient(ReceivedMail mail) {
        MailSource source = MailSource.of(mail.raw());
        String text = source.text();
        return new Recipient(mail.header("To").orElseThrow(), bare(mail, "Message-ID"),
                mail.header("Date").orElseThrow(), bare(mail, "List-Unsubscribe"), below("Stop these", text),
                below("Manage your", text));
    }

    private static String below(String heading, String text) {
        return text.lines().dropWhile((line) -> !line.startsWith(heading)).skip(1).findFirst().orElseThrow();
    }

    private static String bare(ReceivedMail mail, String header) {
        return mail.header(header).orElseThrow().replaceAll("[<>]", "");
    }

    private Optional<EditionPublished> published(UUID id) {
        try (var consumer = this.consumers.createConsumer("release-tests-" + UUID.randomUUID(), "")) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.EDITIONS)
                .stream()
                .map((partition) -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
            while (partitions.stream().mapToLong(consumer::position).sum() < end) {
                Optional<EditionPublished> found = StreamSupport
                    .stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                    .filter((record) -> record.key().equals(id.toString()))
                    .map(ConsumerRecord::value)
                    .map((json) -> EventJson.read(json, EditionPublished.class))
                    .findFirst();
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
    }

}
