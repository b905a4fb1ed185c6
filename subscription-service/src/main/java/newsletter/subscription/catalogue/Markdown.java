package newsletter.subscription.catalogue;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/** Turns our own Markdown into HTML. What looks like HTML in it is shown, not obeyed. */
public final class Markdown {

    private static final Parser PARSER = Parser.builder().build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

    private Markdown() {
    }

    public static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown));
    }

    /** A heading of the second level, and what stands below it up to the next. */
    public record Section(String heading, String text) {
    }

    /** In the order of the text. */
    public static List<Section> sections(String markdown) {
        var sections = new ArrayList<Section>();
        for (Node node = PARSER.parse(markdown).getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading && heading.getLevel() == 2) {
                sections.add(new Section(TEXT.render(heading).strip(), ""));
            }
            else if (!sections.isEmpty()) {
                Section last = sections.removeLast();
                sections.add(new Section(last.heading(), last.text() + TEXT.render(node)));
            }
        }
        return List.copyOf(sections);
    }

}
