package newsletter.subscription;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Tink keysets, each a file.
 *
 * @param address encrypts addresses; all three services have it
 * @param tags finds people by address; consent-audit has it too
 * @param suppressions knows the addresses that are not written to any more; ours alone
 * @param links seals the links in mails; the mailer has it too
 * @param forms seals the sign-up form; ours alone
 * @param receipts signs receipts; ours alone
 */
@Validated
@ConfigurationProperties("keys")
record KeyProperties(@NotNull Path address, @NotNull Path tags, @NotNull Path suppressions, @NotNull Path links,
        @NotNull Path forms, @NotNull Path receipts) {
}
