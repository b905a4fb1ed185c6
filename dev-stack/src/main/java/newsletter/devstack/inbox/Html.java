package newsletter.devstack.inbox;

import java.io.UnsupportedEncodingException;

import jakarta.mail.internet.MimeUtility;

/** Makes strangers' text safe and readable. */
final class Html {

    private Html() {
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
    }

    /** Without encoded words and folding. */
    static String decodedHeader(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        }
        catch (UnsupportedEncodingException ex) {
            return value;
        }
    }

}
