package newsletter.mailer.manuscript;

import java.util.List;

import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What an editor wrote, read once. HTML and text come from one tree, so that both tell
 * the same and hold the same links.
 *
 * @param html sanitised, without any layout; headings begin at the second level, since
 * the subject is the first
 * @param findings what is wrong with it, in the order of its lines
 */
public record Manuscript(String html, String text, List<Finding> findings) {

    /**
     * Deeper nesting than anybody writes on purpose; without a limit a page full of
     * "&gt;" would exhaust the stack of everything that walks the tree.
     */
    private static final int MAX_NESTING = 40;

    private static final Parser PARSER = Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
        .maxOpenBlockParsers(MAX_NESTING)
        .maxInlineNesting(MAX_NESTING)
        .build();

    /** HTML in the Markdown is shown as what it is: text. */
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
        .escapeHtml(true)
        .sanitizeUrls(true)
        .urlSanitizer(new DefaultUrlSanitizer(LinkTarget.SCHEMES))
        .build();

    public static Manuscript read(String markdown) {
        Node document = PARSER.parse(markdown);
        List<Finding> findings = Lint.of(document);
        Tidying.apply(document);
        return new Manuscript(AllowedHtml.only(HTML.render(document)), PlainText.of(document), findings);
    }

}
