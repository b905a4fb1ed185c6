package newsletter.devstack;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

import newsletter.devstack.mail.DevMailbox;

/**
 * Mail goes to the shared mailbox, which is also a bean. The application's own
 * configuration must name a {@code spring.mail.host}: this comes too late to switch mail
 * on, only in time to say where to.
 */
@Configuration(proxyBeanMethods = false)
public class DevMail {

    @Bean
    DevMailbox devMailbox() {
        return DevMailbox.shared();
    }

    @Bean
    DynamicPropertyRegistrar devMail() {
        return (registry) -> {
            registry.add("spring.mail.host", () -> DevMailbox.shared().smtpHost());
            registry.add("spring.mail.port", () -> DevMailbox.shared().smtpPort());
        };
    }

}
