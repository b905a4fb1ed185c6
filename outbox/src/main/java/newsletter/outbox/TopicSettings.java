package newsletter.outbox;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are created. A service declares each topic that it owns as a
 * {@link NewTopic} bean, made here.
 *
 * @param partitions how many partitions a topic has that is shared by key; raising it
 * later moves keys and so breaks their order
 * @param replicas how many brokers hold each record: 1 on a laptop, 3 in a city
 */
@Validated
@ConfigurationProperties("topics")
public record TopicSettings(@DefaultValue("3") @Min(1) int partitions, @DefaultValue("1") @Min(1) short replicas) {

    private static final String FOR_EVER = "-1";

    /** Every record stays. */
    public NewTopic keptForEver(String name) {
        return topic(name, this.partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER));
    }

    /**
     * The last record of each key stays, what was before it goes within hours.
     *
     * <p>
     * Kafka cleans only what lies before the segment being written, and begins a new
     * segment only when something is written. The last tombstone of a quiet topic
     * therefore leaves on disk what it erases, for as long as nothing follows. Whoever
     * erases for good writes the same tombstone again two hours later.
     */
    public NewTopic compacted(String name) {
        return topic(name, this.partitions,
                Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        // The active segment is never compacted: roll it, or the last
                        // records of a
                        // quiet topic stay for the week that is the default.
                        TopicConfig.SEGMENT_MS_CONFIG, millis(Duration.ofHours(1)),
                        // Without it the cleaner waits until half of the log is dirty,
                        // which may
                        // be never: an erased person would stay.
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, millis(Duration.ofHours(2)),
                        // How long a reader that is behind still learns of the erasure. A
                        // reader
                        // that was away for longer reads the topic again from the start.
                        TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(Duration.ofDays(7))));
    }

    /** Records stay for a while. */
    public NewTopic keptFor(String name, Duration retention) {
        return topic(name, this.partitions, Map.of(TopicConfig.RETENTION_MS_CONFIG, millis(retention)));
    }

    /** One partition, hence one order for all of it; every record stays. */
    public NewTopic single(String name) {
        return topic(name, 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER));
    }

    /**
     * For records that a service could not read, from a topic that it does not own.
     * Created for whatever a service listens to, without being asked.
     */
    NewTopic deadLetters(String name) {
        return topic(deadLetterTopic(name), 1, Map.of(TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(30)),
                // The largest record, and the headers that say why it is here.
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(2 * 1024 * 1024)));
    }

    /** The name of the topic where unreadable records of another topic go. */
    public static String deadLetterTopic(String name) {
        return name + "-dlt";
    }

    private NewTopic topic(String name, int partitions, Map<String, String> configs) {
        return new NewTopic(name, partitions, this.replicas).configs(configs);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

}
