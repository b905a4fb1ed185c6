package newsletter.subscription.retention;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When retention rules are applied.
 *
 * @param interval how long each rests between two times
 */
@Validated
@ConfigurationProperties("retention")
record RetentionProperties(@DefaultValue("10m") Duration interval) {
}
