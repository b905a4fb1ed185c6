package newsletter.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;

/** Boot gives the one error handler there is to every listener. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class InboxAutoConfiguration {

    @Bean
    DeadLetters inboxDeadLetters(ProducerFactory<?, ?> producers) {
        return new DeadLetters(producers.getConfigurationProperties());
    }

    @Bean
    @ConditionalOnMissingBean
    CommonErrorHandler inboxErrors(DeadLetters deadLetters) {
        return new ListenerErrors(deadLetters);
    }

}
