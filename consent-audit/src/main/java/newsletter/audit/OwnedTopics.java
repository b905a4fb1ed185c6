package newsletter.audit;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.events.Topics;
import newsletter.outbox.TopicSettings;

/** The topics that this service writes, and hence makes. */
@Configuration(proxyBeanMethods = false)
class OwnedTopics {

    @Bean
    NewTopic auditEvents(TopicSettings topics) {
        return topics.keptForEver(Topics.AUDIT_EVENTS);
    }

    @Bean
    NewTopic ledgerCheckpoints(TopicSettings topics) {
        return topics.single(Topics.LEDGER_CHECKPOINTS);
    }

}
