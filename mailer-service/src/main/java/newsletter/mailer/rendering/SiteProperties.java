package newsletter.mailer.rendering;

import java.net.URI;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where residents find us.
 *
 * @param site the public address of subscription-service, without a slash at its end
 */
@Validated
@ConfigurationProperties("newsletter")
record SiteProperties(@NotNull URI site) {

    String privacyNotice() {
        return this.site + "/privacy";
    }

}
