package newsletter.mailer.handover;

import java.time.Duration;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail is handed over. Where the relay is, and TLS and passwords, is in
 * {@code spring.mail}.
 *
 * @param messageDomain right side of every Message-ID
 * @param bounceDomain right side of every return path
 * @param lease how long a process that is not heard of may be believed alive
 */
@Validated
@ConfigurationProperties("mailer.handover")
public record HandoverProperties(@Pattern(regexp = DOMAIN) String messageDomain,
        @Pattern(regexp = DOMAIN) String bounceDomain, @DefaultValue("30s") Duration lease) {

    private static final String DOMAIN = "[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

}
