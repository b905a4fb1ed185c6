package newsletter.subscription.desk;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where staff find the other desks.
 *
 * @param mailer the mailer's, where editions are written; no link if absent
 * @param audit the officers'; no link if absent
 */
@ConfigurationProperties("desk")
record DeskProperties(@Nullable URI mailer, @Nullable URI audit) {
}
