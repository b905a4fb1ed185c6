package newsletter.mailer.letter;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.mailer.handover.Lane;
import newsletter.mailer.handover.MailServer;
import newsletter.mailer.handover.SenderLease;

/** The lane that letters take. */
@Configuration(proxyBeanMethods = false)
class LetterConfiguration {

    @Bean
    Lane letterLane(LetterProperties properties, MailServer server, SenderLease lease, LetterWork work) {
        return new Lane(new Lane.Settings("letter", properties.connections(), properties.pollInterval()), server, lease,
                work);
    }

}
