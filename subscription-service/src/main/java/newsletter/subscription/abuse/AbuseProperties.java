package newsletter.subscription.abuse;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many sign-up forms one replica takes.
 *
 * @param network from one network: the people behind one line, or in one office
 * @param everywhere from all of them
 */
@Validated
@ConfigurationProperties("abuse")
record AbuseProperties(@NotNull @Valid Limit network, @NotNull @Valid Limit everywhere) {

    /**
     * A full bucket, and the time in which an empty one is full again.
     *
     * @param forms how many may come at once
     * @param within the time
     */
    record Limit(@Min(1) int forms, @NotNull Duration within) {
    }

}
