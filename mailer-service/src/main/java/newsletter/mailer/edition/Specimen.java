package newsletter.mailer.edition;

import newsletter.mailer.rendering.CompiledMail;
import newsletter.mailer.rendering.MailSource;
import newsletter.mailer.rendering.Recipient;

/**
 * A mail as a resident who does not exist would get it: staff look at exactly what is
 * sent, and never at anybody's address.
 */
final class Specimen {

    private static final Recipient NOBODY = new Recipient("resident@example.org", "specimen@example.org",
            "Thu, 01 Jan 1970 00:00:00 +0000", "https://example.org/one-click/specimen",
            "https://example.org/unsubscribe/specimen", "https://example.org/preferences/specimen");

    private Specimen() {
    }

    static MailSource of(CompiledMail mail) {
        return MailSource.of(mail.splice(NOBODY));
    }

}
