package newsletter.devstack.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the browser gets, and what it may do with it. */
final class Answer {

    private static final String HTML = "text/html; charset=utf-8";

    private static final String OUR_PAGES = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /*
     * A mail brings its own styles, and may bring anything else: no script, no host, and
     * links open beside the inbox.
     */
    private static final String MAILS = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final int status;

    private final String type;

    private final String policy;

    private final byte[] body;

    private Answer(int status, String type, String policy, byte[] body) {
        this.status = status;
        this.type = type;
        this.policy = policy;
        this.body = body;
    }

    static Answer page(String html) {
        return new Answer(200, HTML, OUR_PAGES, html.getBytes(StandardCharsets.UTF_8));
    }

    static Answer notFound() {
        return new Answer(404, HTML, OUR_PAGES, InboxPages.notFound().getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(byte[] bytes) {
        return new Answer(200, "text/plain; charset=utf-8", OUR_PAGES, bytes);
    }

    static Answer mail(String html) {
        return new Answer(200, HTML, MAILS, html.getBytes(StandardCharsets.UTF_8));
    }

    static Answer file(String type, String name) {
        try (var in = Answer.class.getResourceAsStream(name)) {
            return (in != null) ? new Answer(200, type, OUR_PAGES, in.readAllBytes()) : notFound();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    String policy() {
        return policy;
    }

    byte[] body() {
        return body.clone();
    }

}
