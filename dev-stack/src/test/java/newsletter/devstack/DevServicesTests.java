package newsletter.devstack;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.mail.DevMailbox;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(properties = "spring.mail.host=localhost")
@Import(DevServices.class)
class DevServicesTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KafkaConnectionDetails kafka;

    @Autowired
    private JavaMailSender sender;

    @Autowired
    private DevMailbox mailbox;

    @Test
    void theApplicationReachesAllThree() {
        assertThat(jdbc.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").query(Integer.class).single())
            .isZero();
        assertThat(kafka.getBootstrapServers()).containsExactly(DevKafka.shared().bootstrapServers());
        var mail = new SimpleMailMessage();
        mail.setFrom("news@example.org");
        mail.setTo("spring@example.org");
        mail.setSubject("by Spring");
        mail.setText("hello");
        sender.send(mail);
        assertThat(mailbox.awaitMailTo("spring@example.org", "by Spring").text()).contains("hello");
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Application {

    }

}
