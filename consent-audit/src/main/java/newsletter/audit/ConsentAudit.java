package newsletter.audit;

import java.time.Clock;
import java.time.ZoneOffset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The ledger, and the desk of the data-protection officer. */
@SpringBootApplication
@ConfigurationPropertiesScan
class ConsentAudit {

    public static void main(String[] args) {
        SpringApplication.run(ConsentAudit.class, args);
    }

    /** Events and tables tell the time to the millisecond. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

}
