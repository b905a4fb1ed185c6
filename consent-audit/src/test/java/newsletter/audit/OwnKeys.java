package newsletter.audit;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Tells the service where its keys are, as whoever runs it would. */
@TestConfiguration(proxyBeanMethods = false)
public class OwnKeys {

    @Bean
    DynamicPropertyRegistrar keyFiles() {
        return (properties) -> {
            for (String name : new String[] { "address", "tags", "ledger" }) {
                properties.add("keys." + name, () -> TestKeys.file(name));
            }
            properties.add("checkpoint.origin", () -> TestKeys.ORIGIN);
        };
    }

}
