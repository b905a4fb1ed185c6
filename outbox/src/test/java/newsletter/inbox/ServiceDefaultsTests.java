package newsletter.inbox;

import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.kafka.core.ConsumerFactory;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceDefaultsTests {

    @Test
    void aServiceReadsWhatIsCommittedFromTheStartInItsOwnName() {
        assertThat(consumer()).containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
            .containsEntry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")
            .containsEntry(ConsumerConfig.GROUP_ID_CONFIG, "outbox-tests")
            .containsEntry(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, RecordText.class)
            .containsEntry(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, RecordText.class)
            .containsEntry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
    }

    @Test
    void itsOwnConfigurationGoesBefore() {
        assertThat(consumer("--spring.kafka.consumer.group-id=another")).containsEntry(ConsumerConfig.GROUP_ID_CONFIG,
                "another");
    }

    private static Map<String, Object> consumer(String... arguments) {
        try (var context = new SpringApplicationBuilder(Sample.class).web(WebApplicationType.NONE).run(arguments)) {
            ConsumerFactory<?, ?> consumers = context.getBean(ConsumerFactory.class);
            return consumers.getConfigurationProperties();
        }
    }

    @ImportAutoConfiguration(KafkaAutoConfiguration.class)
    static class Sample {

    }

}
