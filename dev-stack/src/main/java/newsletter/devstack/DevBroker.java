package newsletter.devstack;

import java.util.List;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.devstack.kafka.DevKafka;

/** The shared Kafka broker. Topics are shared too: use ids of your own. */
@Configuration(proxyBeanMethods = false)
public class DevBroker {

    @Bean
    KafkaConnectionDetails devBroker() {
        return () -> List.of(DevKafka.shared().bootstrapServers());
    }

}
