package newsletter.outbox;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.TopicPartitionOffset;

/**
 * The topics that a service has to create: those it declares, and a dead-letter topic for
 * each topic it listens to.
 */
class OwnTopics {

    private final ObjectProvider<NewTopic> declared;

    private final ObjectProvider<KafkaListenerEndpointRegistry> listeners;

    private final TopicSettings settings;

    OwnTopics(ObjectProvider<NewTopic> declared, ObjectProvider<KafkaListenerEndpointRegistry> listeners,
            TopicSettings settings) {
        this.declared = declared;
        this.listeners = listeners;
        this.settings = settings;
    }

    /** Asked for once all beans are there: listeners register late. */
    Collection<NewTopic> all() {
        var topics = new LinkedHashMap<String, NewTopic>();
        listeners.stream()
            .flatMap((registry) -> registry.getAllListenerContainers().stream())
            .flatMap((container) -> topics(container.getContainerProperties()))
            .map(settings::deadLetters)
            .forEach((topic) -> topics.put(topic.name(), topic));
        declared.forEach((topic) -> topics.put(topic.name(), topic));
        return topics.values();
    }

    private static Stream<String> topics(ContainerProperties properties) {
        String[] names = properties.getTopics();
        TopicPartitionOffset[] partitions = properties.getTopicPartitions();
        return Stream.concat((names != null) ? Arrays.stream(names) : Stream.empty(),
                (partitions != null) ? Arrays.stream(partitions).map(TopicPartitionOffset::getTopic) : Stream.empty());
    }

}
