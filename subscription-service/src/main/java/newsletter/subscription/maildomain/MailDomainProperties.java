package newsletter.subscription.maildomain;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the domain name system is asked whether a domain takes mail.
 *
 * @param ask whether it is asked at all
 * @param server such as {@code dns://192.0.2.53}; {@code dns:} is the machine's own
 * @param patience how long a form waits for the answer; after that it is as if there were
 * none
 * @param atOnce how many domains are asked about at a time; no more are
 * @param remember how long an answer is good for
 */
@Validated
@ConfigurationProperties("mail-domain")
record MailDomainProperties(@DefaultValue("true") boolean ask, @DefaultValue("dns:") String server,
        @DefaultValue("1s") Duration patience, @DefaultValue("50") @Min(1) int atOnce,
        @DefaultValue("10m") Duration remember) {
}
