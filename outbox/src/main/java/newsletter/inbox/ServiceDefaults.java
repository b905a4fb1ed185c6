package newsletter.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts {@code service-defaults.properties} behind all other configuration, so that three
 * services need not repeat it, and each may still differ.
 */
class ServiceDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var defaults = new ClassPathResource("service-defaults.properties", ServiceDefaults.class);
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource("service-defaults", defaults));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
