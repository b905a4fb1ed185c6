package newsletter.audit;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Tink keysets, each a file.
 *
 * @param address opens addresses, to show that a consent was given for one; all three
 * services have it
 * @param tags finds people by address; subscription-service has it too
 * @param ledger signs checkpoints; ours alone
 */
@Validated
@ConfigurationProperties("keys")
record KeyProperties(@NotNull Path address, @NotNull Path tags, @NotNull Path ledger) {
}
