package newsletter.subscription;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.events.Topics;
import newsletter.outbox.TopicSettings;

/** The topics that this service writes, and hence makes. */
@Configuration(proxyBeanMethods = false)
class OwnedTopics {

    @Bean
    NewTopic consentEvents(TopicSettings topics) {
        return topics.keptForEver(Topics.CONSENT_EVENTS);
    }

    @Bean
    NewTopic subscriberContacts(TopicSettings topics) {
        return topics.compacted(Topics.SUBSCRIBER_CONTACTS);
    }

    @Bean
    NewTopic newsletters(TopicSettings topics) {
        return topics.compacted(Topics.NEWSLETTERS);
    }

}
