package newsletter.subscription;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.events.Topics;
import newsletter.outbox.TopicSettings;

/** The topics that this service writes, and hence makes. */
@Configuration(proxyBeanMethods = false)
class OwnedTopics {

    private static final Duration ACKNOWLEDGEMENTS_ARE_KEPT = Duration.ofDays(30);

    @Bean
    NewTopic consentEvents(TopicSettings topics) {
        return topics.keptForEver(Topics.CONSENT_EVENTS);
    }

    @Bean
    NewTopic subscriberContacts(TopicSettings topics) {
        return topics.compacted(Topics.SUBSCRIBER_CONTACTS);
    }

    /** All three services write it, and whoever is first makes it. */
    @Bean
    NewTopic acknowledgementsTopic(TopicSettings topics) {
        return topics.keptFor(Topics.ACKNOWLEDGEMENTS, ACKNOWLEDGEMENTS_ARE_KEPT);
    }

    @Bean
    NewTopic newsletters(TopicSettings topics) {
        return topics.compacted(Topics.NEWSLETTERS);
    }

}
