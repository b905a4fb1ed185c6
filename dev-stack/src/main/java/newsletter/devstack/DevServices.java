package newsletter.devstack;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Database, broker and mailbox. */
@Configuration(proxyBeanMethods = false)
@Import({ DevDatabase.class, DevBroker.class, DevMail.class })
public class DevServices {

}
