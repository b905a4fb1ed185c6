package newsletter.outbox;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the outbox is emptied.
 *
 * @param pollInterval how long the relay rests when there is nothing to tell and nobody
 * wakes it; what another process appended waits no longer than this. The database ends a
 * relay's session that is silent for much longer
 * @param batchSize how many events are told in one transaction
 */
@Validated
@ConfigurationProperties("outbox")
record OutboxProperties(@DefaultValue("500ms") @DurationMax(seconds = 10) Duration pollInterval,
        @DefaultValue("1000") @Min(1) @Max(10_000) int batchSize) {
}
