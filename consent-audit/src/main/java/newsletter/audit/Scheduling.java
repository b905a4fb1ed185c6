package newsletter.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Apart from the application, so that nothing is signed in the middle of a test. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {

}
