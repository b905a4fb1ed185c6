package newsletter.mailer;

import java.time.Duration;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.events.Topics;
import newsletter.outbox.TopicSettings;

/** The topics that this service owns, and so creates. */
@Configuration(proxyBeanMethods = false)
class OwnedTopics {

    private static final Duration REPORTS_ARE_KEPT = Duration.ofDays(30);

    private static final Duration ACKNOWLEDGEMENTS_ARE_KEPT = Duration.ofDays(30);

    @Bean
    NewTopic editionsTopic(TopicSettings settings) {
        return settings.compacted(Topics.EDITIONS);
    }

    /** All three services write it, and whoever is first makes it. */
    @Bean
    NewTopic acknowledgementsTopic(TopicSettings settings) {
        return settings.keptFor(Topics.ACKNOWLEDGEMENTS, ACKNOWLEDGEMENTS_ARE_KEPT);
    }

    @Bean
    NewTopic deliveryReportsTopic(TopicSettings settings) {
        return settings.keptFor(Topics.DELIVERY_REPORTS, REPORTS_ARE_KEPT);
    }

}
