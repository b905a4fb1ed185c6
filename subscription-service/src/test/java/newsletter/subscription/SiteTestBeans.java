package newsletter.subscription;

import java.util.List;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;

import newsletter.devstack.kafka.DevKafka;
import newsletter.events.Topics;

/** What a test of the site needs besides the site. */
@TestConfiguration(proxyBeanMethods = false)
class SiteTestBeans {

    static {
        // Written by nobody here before the keys are read, and owned by others.
        TestKeys.read("forms");
        for (String topic : List.of(Topics.EDITIONS, Topics.DELIVERY_REPORTS, Topics.AUDIT_EVENTS)) {
            DevKafka.shared().createTopic(topic, 3);
        }
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** Not before the server has a port. */
    @Bean
    @Lazy
    Visitor visitor(ApplicationContext context) {
        return new Visitor(context);
    }

}
