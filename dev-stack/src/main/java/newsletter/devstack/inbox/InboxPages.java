package newsletter.devstack.inbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;

import newsletter.devstack.mail.ReceivedMail;

import static newsletter.devstack.inbox.Html.escape;

/** The inbox's pages, as HTML. */
final class InboxPages {

    private static final int SHOWN = 500;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.UK)
        .withZone(ZoneId.systemDefault());

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private InboxPages() {
    }

    static String list(List<ReceivedMail> mails) {
        var rows = new StringBuilder();
        int last = Math.max(0, mails.size() - SHOWN);
        for (int i = mails.size(); i > last; i--) {
            ReceivedMail mail = mails.get(i - 1);
            rows.append("""
                    <tr>
                      <td>%s</td>
                      <td>%s</td>
                      <td><a href="/mail/%d">%s</a></td>
                    </tr>
                    """.formatted(escape(TIME.format(mail.receivedAt())), escape(String.join(", ", mail.recipients())),
                    i, escape(titleOf(mail))));
        }
        String table = mails.isEmpty() ? "<p>No mail yet. It appears here by itself.</p>"
                : """
                        <table>
                          <thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                          <tbody>
                        %s  </tbody>
                        </table>"""
                    .formatted(rows);
        String shown = (last > 0) ? " The newest " + SHOWN + " are shown." : "";
        return page("Mailbox", """
                <h1>Mailbox</h1>
                <p id="count" data-count="%d">%d %s. Mail to anybody ends here.%s</p>
                %s
                <script src="/inbox.js"></script>
                """.formatted(mails.size(), mails.size(), (mails.size() == 1) ? "mail" : "mails", shown, table));
    }

    static String mail(int number, ReceivedMail mail) {
        String html = mail.html().isEmpty() ? "" : """
                <h2>As HTML</h2>
                <iframe src="/mail/%d/html" title="The mail as HTML"
                    sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                """.formatted(number);
        String text = mail.text().isEmpty() ? "" : """
                <h2>As text</h2>
                <pre tabindex="0">%s</pre>
                """.formatted(withLinks(mail.text()));
        return page(titleOf(mail), """
                <p><a href="/">Mailbox</a></p>
                <h1>%s</h1>
                <dl>
                  <dt>Envelope from</dt><dd>%s</dd>
                  <dt>Envelope to</dt><dd>%s</dd>
                </dl>
                <details open>
                  <summary>Headers</summary>
                  <dl>
                %s  </dl>
                </details>
                <p><a href="/mail/%d/raw">Source</a>, %d bytes</p>
                %s%s""".formatted(escape(titleOf(mail)), escape(mail.envelopeFrom()),
                escape(String.join(", ", mail.recipients())), headers(mail), number, mail.raw().length, html, text));
    }

    /** The mail's own HTML, changed only so that its links open beside the inbox. */
    static String sandboxed(ReceivedMail mail) {
        String base = "<base target=\"_blank\">";
        String html = mail.html();
        String changed = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE)
            .matcher(html)
            .replaceFirst((head) -> Matcher.quoteReplacement(head.group() + base));
        return changed.equals(html) ? base + html : changed;
    }

    static String notFound() {
        return page("Not found", "<h1>Not found</h1>\n<p><a href=\"/\">Mailbox</a></p>");
    }

    private static String headers(ReceivedMail mail) {
        var lines = new StringBuilder();
        try {
            for (Header header : Collections.list(mail.message().getAllHeaders())) {
                lines.append("    <dt>%s</dt><dd>%s</dd>\n".formatted(escape(header.getName()),
                        escape(Html.decodedHeader(header.getValue()))));
            }
        }
        catch (MessagingException ex) {
            lines.append("    <dt>unreadable</dt><dd>see the source</dd>\n");
        }
        return lines.toString();
    }

    private static String titleOf(ReceivedMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String withLinks(String text) {
        return LINK.matcher(escape(text)).replaceAll("<a href=\"$0\" target=\"_blank\" rel=\"noopener\">$0</a>");
    }

    private static String page(String title, String content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <title>%s</title>
                  <link rel="stylesheet" href="/inbox.css">
                </head>
                <body>
                <main>
                %s
                </main>
                </body>
                </html>
                """.formatted(escape(title), content);
    }

}
