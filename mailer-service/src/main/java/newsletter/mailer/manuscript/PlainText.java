package newsletter.mailer.manuscript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/**
 * A tidied tree as text that is pleasant to read in a mail program without HTML.
 * Paragraphs are one line each: whoever shows them knows how wide the screen is.
 */
final class PlainText {

    private static final String BETWEEN_BLOCKS = "\n\n";

    private PlainText() {
    }

    static String of(Node document) {
        return blocks(document, BETWEEN_BLOCKS).replaceAll("(?m)[ \t]+$", "");
    }

    private static String blocks(Node parent, String between) {
        return children(parent).stream()
            .map(PlainText::block)
            .filter((text) -> !text.isBlank())
            .collect(Collectors.joining(between));
    }

    private static String block(Node node) {
        return switch (node) {
            case Heading heading -> underlined(inline(heading), heading.getLevel());
            case ListBlock list -> list(list);
            case BlockQuote quote -> indented("> ", "> ", blocks(quote, BETWEEN_BLOCKS));
            case FencedCodeBlock code -> indented("    ", "    ", code.getLiteral().stripTrailing());
            case IndentedCodeBlock code -> indented("    ", "    ", code.getLiteral().stripTrailing());
            case HtmlBlock html -> html.getLiteral();
            case ThematicBreak _ -> "* * *";
            default -> inline(node);
        };
    }

    /** The subject, which stands above all of it, has a double line. */
    private static String underlined(String heading, int level) {
        return (level == 2) ? heading + "\n" + "-".repeat(heading.codePointCount(0, heading.length())) : heading;
    }

    private static String list(ListBlock list) {
        String between = list.isTight() ? "\n" : BETWEEN_BLOCKS;
        List<String> items = new ArrayList<>();
        int number = (list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null)
                ? ordered.getMarkerStartNumber() : 1;
        for (Node item : children(list)) {
            String marker = (list instanceof BulletList) ? "- " : number++ + ". ";
            items.add(indented(marker, " ".repeat(marker.length()), blocks(item, between)));
        }
        return String.join(between, items);
    }

    /**
     * The first line begins with what marks the block, the others stand below its text.
     */
    private static String indented(String first, String others, String text) {
        return first + text.replace("\n", "\n" + others);
    }

    private static String inline(Node parent) {
        return children(parent).stream().map(PlainText::span).collect(Collectors.joining());
    }

    private static String span(Node node) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> code.getLiteral();
            case HtmlInline html -> html.getLiteral();
            case SoftLineBreak _ -> " ";
            case HardLineBreak _ -> "\n";
            case Link link -> link(inline(link), link.getDestination());
            default -> inline(node);
        };
    }

    private static String link(String text, String target) {
        boolean saysItself = text.equals(target) || target.equals("mailto:" + text) || target.equals("tel:" + text);
        return saysItself ? text : text + " <" + target + ">";
    }

    private static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            children.add(child);
        }
        return children;
    }

}
