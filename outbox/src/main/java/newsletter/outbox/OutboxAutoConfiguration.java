package newsletter.outbox;

import javax.sql.DataSource;

import io.micrometer.core.instrument.binder.MeterBinder;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** Gives a service its outbox, and the relay that empties it. */
@AutoConfiguration(after = { JdbcClientAutoConfiguration.class, KafkaAutoConfiguration.class })
@EnableConfigurationProperties({ TopicSettings.class, OutboxProperties.class })
class OutboxAutoConfiguration {

    @Bean
    Bell outboxBell() {
        return new Bell();
    }

    @Bean
    Outbox outbox(JdbcClient jdbc, JdbcTemplate batches, Bell bell) {
        return new Outbox(jdbc, batches, bell);
    }

    /** Not in a test of tables only: it has no Kafka. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(KafkaAdmin.class)
    static class Relaying {

        @Bean
        OwnTopics outboxTopics(ObjectProvider<NewTopic> declared,
                ObjectProvider<KafkaListenerEndpointRegistry> listeners, TopicSettings settings) {
            return new OwnTopics(declared, listeners, settings);
        }

        // The producer is made inside and is no bean: a transactional one among the beans
        // would bring its own transaction manager, and that would meet the database's.
        @Bean
        Tellers outboxTellers(ProducerFactory<?, ?> producers, KafkaAdmin admin, OwnTopics topics,
                @Value("${spring.application.name}") String application) {
            return new Tellers(producers.getConfigurationProperties(), application,
                    new TopicCreation(admin.getConfigurationProperties(), topics::all));
        }

        @Bean
        OutboxRelay outboxRelay(DataSource database, Tellers tellers, OutboxProperties properties, Bell bell) {
            return new OutboxRelay(unpooled(database), tellers, properties, bell);
        }

        @Bean
        MeterBinder outboxMetrics(JdbcClient jdbc, OutboxRelay relay) {
            return new OutboxMetrics(jdbc, relay);
        }

        private static DataSource unpooled(DataSource pool) {
            return DataSourceBuilder.derivedFrom(pool).type(SimpleDriverDataSource.class).build();
        }

    }

}
