package newsletter.mailer.manuscript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/**
 * Reads over an editor's shoulder: what keeps some residents from reading an edition, and
 * what breaks our promise not to watch them read.
 */
final class Lint extends AbstractVisitor {

    private static final Set<String> SAY_NOTHING = Set.of("click here", "click", "here", "read more", "more", "this",
            "link", "this link", "learn more", "find out more", "more information", "this page", "website");

    private static final Set<String> SHORTENERS = Set.of("bit.ly", "t.co", "tinyurl.com", "ow.ly", "is.gd", "goo.gl",
            "buff.ly", "rb.gy", "cutt.ly", "lnkd.in");

    private static final Pattern TRACKING = Pattern
        .compile("[?&](utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|msclkid|_hsenc|_hsmi)=", Pattern.CASE_INSENSITIVE);

    /** Characters that turn the reading direction of what follows them. */
    private static final Pattern TURNING = Pattern.compile("[\u202a-\u202e\u2066-\u2069]");

    private final List<Finding> findings = new ArrayList<>();

    private final int shift;

    /** The subject is the heading above all others. */
    private int lastLevel = 1;

    private Lint(int shift) {
        this.shift = shift;
    }

    static List<Finding> of(Node document) {
        var lint = new Lint(2 - Headings.highest(document));
        document.accept(lint);
        if (Words.of(document).isBlank()) {
            lint.findings.add(Finding.error(0, "There is nothing to read yet"));
        }
        return lint.findings.stream().sorted(Comparator.comparingInt(Finding::line)).distinct().toList();
    }

    @Override
    public void visit(Heading heading) {
        int level = heading.getLevel() + this.shift;
        if (Words.of(heading).isBlank()) {
            error(heading, "This heading is empty");
        }
        if (level > this.lastLevel + 1) {
            error(heading, "This heading skips a level: use one # less, or give it a heading above. People who listen "
                    + "to the mail move through it by its headings");
        }
        this.lastLevel = level;
        visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
        if (Words.of(image).isBlank()) {
            error(image, "This picture has no description for people who cannot see it, and pictures cannot be sent: "
                    + "say in words what it shows");
        }
        else {
            error(image, "Pictures cannot be sent: fetching one would tell when and where a mail is opened. Say in "
                    + "words what it shows, or put the picture on the website and link to it");
        }
    }

    @Override
    public void visit(Link link) {
        String words = Words.of(link).strip();
        if (words.isEmpty()) {
            error(link, "This link has no text");
        }
        if (SAY_NOTHING.contains(words.toLowerCase(Locale.ROOT))) {
            warning(link, "“%s” does not say where the link leads. Use the name of the page".formatted(words));
        }
        LinkTarget.of(link.getDestination())
            .ifPresentOrElse((target) -> visitTarget(link, target), () -> error(link,
                    "This link leads nowhere: write the whole address, starting with https://, mailto: or tel:"));
        visitChildren(link);
    }

    private void visitTarget(Link link, String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http:")) {
            warning(link, "This link is not encrypted: use https:// if the website has it");
        }
        if (SHORTENERS.stream()
            .anyMatch((host) -> lower.matches("https?://(www\\.)?" + Pattern.quote(host) + "(/.*)?"))) {
            error(link, "A shortened link hides where it leads and counts who follows it: use the address of the page");
        }
        if (TRACKING.matcher(target).find()) {
            error(link, "This address carries a tracking code (such as utm_source): remove everything from there on");
        }
    }

    @Override
    public void visit(HtmlInline html) {
        warning(html, "HTML is shown as text: use Markdown");
    }

    @Override
    public void visit(HtmlBlock html) {
        warning(html, "HTML is shown as text: use Markdown");
    }

    @Override
    public void visit(Text text) {
        if (TURNING.matcher(text.getLiteral()).find()) {
            error(text, "There is an invisible character here that turns the reading direction. Type the words again "
                    + "instead of pasting them");
        }
    }

    private void error(Node node, String message) {
        this.findings.add(Finding.error(line(node), message));
    }

    private void warning(Node node, String message) {
        this.findings.add(Finding.warning(line(node), message));
    }

    private static int line(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getLineIndex() + 1;
    }

}
