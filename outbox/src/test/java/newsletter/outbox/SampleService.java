package newsletter.outbox;

import java.util.Arrays;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.postgres.Database;

/** A service as ours are: it changes a row, and tells others of it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(Subjects.class)
class SampleService {

    @Bean
    NewTopic sampleTopic(@Value("${sample.topic}") String topic, TopicSettings topics) {
        return topics.keptForEver(topic);
    }

    /** A replica of the service, in this process. */
    static ConfigurableApplicationContext start(Database database, String topic, String... more) {
        return SpringApplication.run(SampleService.class,
                Stream.concat(Arrays.stream(settings(database, topic)), Arrays.stream(more)).toArray(String[]::new));
    }

    static String[] settings(Database database, String topic) {
        return new String[] { "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.kafka.bootstrap-servers=" + DevKafka.shared().bootstrapServers(), "--sample.topic=" + topic };
    }

}
