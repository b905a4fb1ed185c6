package newsletter.mailer.audience;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.mailer.EngineTest;
import newsletter.mailer.Person;
import newsletter.mailer.World;
import newsletter.mailer.delivery.Desk;

import static org.assertj.core.api.Assertions.assertThat;

/** I-3: reading every topic again from the start changes nothing and mails nobody. */
@EngineTest
class ReplayTests {

    private static final String GROUP = "mailer-service";

    @Autowired
    private World world;

    @Autowired
    private Desk desk;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void readingEverythingAgainChangesNothingAndMailsNobody() throws InterruptedException, ExecutionException {
        String newsletter = this.desk.newNewsletter();
        Person stays = Person.somebody();
        Person leaves = Person.somebody();
        Person erased = Person.somebody();
        for (Person person : List.of(stays, leaves, erased)) {
            this.world.tellContact(person);
            this.world.tell(person.requests(newsletter));
            this.mailbox.awaitMailTo(person.address(), "confirm");
        }
        ConsentGiven left = leaves.consents(newsletter);
        this.world.tell(stays.consents(newsletter), left, erased.consents(newsletter));
        this.mailbox.awaitMailTo(stays.address(), "Welcome");
        this.mailbox.awaitMailTo(leaves.address(), "Welcome");
        this.mailbox.awaitMailTo(erased.address(), "Welcome");
        this.world.tell(Person.withdraws(left));
        this.world.tellErasure(erased.subscriberId());
        this.world.awaitRead(stays, leaves, erased);
        UUID edition = this.desk.start(newsletter);
        this.desk.awaitFinished(edition);
        settle();
        Map<String, String> before = tables();
        int mails = this.mailbox.mails().size();
        readAgain();
        // Two sweeps of everything that waits to be mailed.
        this.world.awaitRead(stays, leaves, erased);
        settle();
        Map<String, String> after = tables();
        assertThat(after).isEqualTo(before);
        assertThat(this.mailbox.mails()).hasSize(mails);
    }

    /** Nothing is due or in hand. */
    private void settle() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> this.jdbc.sql("""
                SELECT count(*) FROM letter
                WHERE status = 'claimed' OR (status = 'waiting'
                    AND letter_key IN (SELECT letter_key FROM complete_letter))
                """).query(Long.class).single() == 0);
    }

    /** All that is known, without the tests' own marks and without passing states. */
    private Map<String, String> tables() {
        Map<String, String> tables = new HashMap<>();
        for (String table : List.of("consent", "contact", "newsletter", "wording", "letter", "letter_item", "mailing",
                "delivery")) {
            String marks = switch (table) {
                case "consent" -> "WHERE newsletter_id <> 'nothing'";
                case "contact" -> "WHERE subscriber_id IN (SELECT subscriber_id FROM consent)";
                default -> "";
            };
            tables.put(table,
                    this.jdbc
                        .sql("SELECT coalesce(md5(string_agg(row::text, '|' ORDER BY row::text)), '') FROM %s AS row %s"
                            .formatted(table, marks))
                        .query(String.class)
                        .single());
        }
        return tables;
    }

    private void readAgain() throws InterruptedException, ExecutionException {
        List<MessageListenerContainer> ours = this.listeners.getAllListenerContainers()
            .stream()
            .filter((container) -> GROUP.equals(container.getGroupId()))
            .map(MessageListenerContainer.class::cast)
            .toList();
        assertThat(ours).hasSize(3);
        ours.forEach(MessageListenerContainer::stop);
        try (var admin = Admin.create(Map.of("bootstrap.servers", DevKafka.shared().bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
            admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get()
                .keySet()
                .forEach((partition) -> start.put(partition, new OffsetAndMetadata(0)));
            Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> admin.alterConsumerGroupOffsets(GROUP, start).all().get() == null);
        }
        ours.forEach(MessageListenerContainer::start);
    }

}
