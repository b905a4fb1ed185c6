package newsletter.audit.access;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How officers look at people.
 *
 * @param viewLasts how long a recorded look may be opened again by its officer, before
 * the reason has to be given anew
 */
@Validated
@ConfigurationProperties("access")
public record AccessProperties(@DefaultValue("15m") @DurationMax(hours = 1) Duration viewLasts) {
}
