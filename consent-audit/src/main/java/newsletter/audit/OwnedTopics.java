package newsletter.audit;

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
    NewTopic auditEvents(TopicSettings topics) {
        return topics.keptForEver(Topics.AUDIT_EVENTS);
    }

    /** All three services write it, and whoever is first makes it. */
    @Bean
    NewTopic acknowledgementsTopic(TopicSettings topics) {
        return topics.keptFor(Topics.ACKNOWLEDGEMENTS, ACKNOWLEDGEMENTS_ARE_KEPT);
    }

    @Bean
    NewTopic ledgerCheckpoints(TopicSettings topics) {
        return topics.single(Topics.LEDGER_CHECKPOINTS);
    }

}
