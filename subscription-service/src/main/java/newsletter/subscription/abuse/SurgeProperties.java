package newsletter.subscription.abuse;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import newsletter.subscription.abuse.AbuseProperties.Limit;

/**
 * When browsers are asked for proof of work, and how much of it.
 *
 * @param forms more than so many within a time, on one replica, are a surge
 * @param within the time
 * @param calm how long it lasts after there were so many for the last time
 * @param always whether it is on, however few there are
 * @param withoutProof so many forms that bring no proof are taken while it is on: those
 * of people whose browsers run no scripts
 * @param difficulty up to how many hashes a browser has to make; half of it, as a rule
 */
@Validated
@ConfigurationProperties("surge")
record SurgeProperties(@DefaultValue("300") @Min(1) int forms, @DefaultValue("1m") Duration within,
        @DefaultValue("10m") Duration calm, @DefaultValue("false") boolean always, @NotNull @Valid Limit withoutProof,
        @DefaultValue("50000") @Min(1) int difficulty) {
}
