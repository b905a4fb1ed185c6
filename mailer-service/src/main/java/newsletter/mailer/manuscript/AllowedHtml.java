package newsletter.mailer.manuscript;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The elements that an edition may be made of. Nothing that loads, runs, styles or
 * submits; the Markdown renderer makes none of that either, and this is what holds if it
 * ever should.
 */
final class AllowedHtml {

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
        .allowElements("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "strong", "em", "ul", "ol", "li", "blockquote",
                "pre", "code", "a")
        .allowAttributes("href")
        .onElements("a")
        .allowAttributes("start")
        .matching((element, attribute, value) -> value.matches("[0-9]{1,9}") ? value : null)
        .onElements("ol")
        .allowUrlProtocols(LinkTarget.SCHEMES.toArray(String[]::new))
        .toFactory();

    private AllowedHtml() {
    }

    static String only(String html) {
        return POLICY.sanitize(html);
    }

}
