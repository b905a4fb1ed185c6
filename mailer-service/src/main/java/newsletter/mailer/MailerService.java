package newsletter.mailer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The staff desk and the mail engine. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class MailerService {

    static void main(String[] args) {
        SpringApplication.run(MailerService.class, args);
    }

}
