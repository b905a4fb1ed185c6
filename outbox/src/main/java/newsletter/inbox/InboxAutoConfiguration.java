package newsletter.inbox;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What Boot's listener containers do when a listener throws. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
class InboxAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CommonErrorHandler kafkaErrors() {
        return new DefaultErrorHandler(new ExponentialBackOff(500, 2));
    }

}
