package newsletter.mailer.manuscript;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Changes the tree into one that may be sent: headings below the subject, links only to
 * where links may lead, pictures as what they show.
 */
final class Tidying extends AbstractVisitor {

    private static final int FIRST_LEVEL = 2;

    private static final int LAST_LEVEL = 6;

    private final int shift;

    private Tidying(int shift) {
        this.shift = shift;
    }

    static void apply(Node document) {
        document.accept(new Tidying(FIRST_LEVEL - Headings.highest(document)));
    }

    @Override
    public void visit(Heading heading) {
        heading.setLevel(Math.min(heading.getLevel() + this.shift, LAST_LEVEL));
        visitChildren(heading);
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        // Text has no place for a title that appears when a mouse is above it.
        link.setTitle(null);
        LinkTarget.of(link.getDestination()).ifPresentOrElse(link::setDestination, () -> replaceByContent(link));
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        replaceByContent(image);
    }

    private static void replaceByContent(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = node.getFirstChild()) {
            node.insertBefore(child);
        }
        node.unlink();
    }

}
