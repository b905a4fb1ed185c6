package newsletter.mailer.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.mailer.handover.Lane;
import newsletter.mailer.handover.MailServer;
import newsletter.mailer.handover.SenderLease;

/** The lane that editions take. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    Lane deliveryLane(DeliveryProperties properties, MailServer server, SenderLease lease, DeliveryWork work) {
        return new Lane(new Lane.Settings("delivery", properties.connections(), properties.pollInterval()), server,
                lease, work);
    }

}
