package newsletter.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the topics of this service that do not exist. Boot's own way tries once, while
 * the service starts, and makes it wait half a minute for a Kafka that is down; the relay
 * calls this each time it begins. Topics that exist are left as they are.
 */
class TopicCreation implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicCreation.class);

    private final Map<String, Object> settings;

    private final Supplier<Collection<NewTopic>> topics;

    // Kept while Kafka is down: each new client would begin to knock, and to log, anew.
    private @Nullable Admin admin;

    TopicCreation(Map<String, Object> kafka, Supplier<Collection<NewTopic>> topics) {
        this.settings = new HashMap<>(kafka);
        this.settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        this.settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        this.topics = topics;
    }

    /** Returns when all exist, hence only when Kafka answers. */
    void createMissing() throws ExecutionException, InterruptedException {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        Set<String> existing = admin.listTopics().names().get();
        List<NewTopic> missing = topics.get().stream().filter((topic) -> !existing.contains(topic.name())).toList();
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                created.get();
            }
            catch (ExecutionException ex) {
                // Another reader of the same topic was faster with its dead-letter topic.
                if (!(ex.getCause() instanceof TopicExistsException)) {
                    throw ex;
                }
            }
        }
        if (!missing.isEmpty()) {
            log.info("Created the topics {}", missing.stream().map(NewTopic::name).toList());
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            // It would wait for the answers of a Kafka that is away.
            admin.close(Duration.ZERO);
            admin = null;
        }
    }

}
