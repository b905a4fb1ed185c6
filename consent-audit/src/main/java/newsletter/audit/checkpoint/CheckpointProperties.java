package newsletter.audit.checkpoint;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the ledger is signed.
 *
 * @param origin the name of the log, in every checkpoint for ever: the audit's public
 * host and a path, without a scheme; a new name is a new log
 * @param interval the least time between two checkpoints
 */
@Validated
@ConfigurationProperties("checkpoint")
public record CheckpointProperties(
        @DefaultValue("localhost/ledger") @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._:/-]*",
                message = "must be a host and a path, such as audit.exford.example/ledger") String origin,
        @DefaultValue("10s") @NotNull Duration interval) {
}
