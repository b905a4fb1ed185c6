package newsletter.subscription.archive;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * What an edition may be made of when we show it. The mailer has its own list and sends
 * nothing else; this one holds when somebody else writes to the topic: a script would be
 * stopped by the content security policy, but a form or a style in the city's own page
 * would not.
 */
final class EditionHtml {

    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
        .allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "ul", "ol", "li", "blockquote",
                "pre", "code", "a")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("start")
        .matching((element, attribute, value) -> value.matches("[0-9]{1,9}") ? value : null)
        .onElements("ol")
        .allowUrlProtocols("https", "http", "mailto")
        .toFactory();

    private EditionHtml() {
    }

    static String only(String html) {
        return ALLOWED.sanitize(html);
    }

}
