package newsletter.subscription;

import java.util.Arrays;
import java.util.stream.Stream;

import org.flywaydb.core.api.Location;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import newsletter.signin.DevelopmentMode;

/** In development mode, and nowhere else, there are the newsletters of Exford. */
@Configuration(proxyBeanMethods = false)
class ExfordCatalogue {

    @Bean
    FlywayConfigurationCustomizer exford(DevelopmentMode development) {
        return (flyway) -> {
            if (development.on()) {
                flyway.locations(
                        Stream
                            .concat(Arrays.stream(flyway.getLocations()).map(Location::getDescriptor),
                                    Stream.of("classpath:db/development"))
                            .toArray(String[]::new));
            }
        };
    }

}
