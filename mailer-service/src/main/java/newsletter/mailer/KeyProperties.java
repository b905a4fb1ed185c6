package newsletter.mailer;

import java.nio.file.Path;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The key files of this service. It has none for tags: it cannot find a person by
 * address.
 *
 * @param address encrypts addresses
 * @param links seals the links in mails
 */
@Validated
@ConfigurationProperties("keys")
record KeyProperties(@NotNull Path address, @NotNull Path links) {
}
