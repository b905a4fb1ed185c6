package newsletter.mailer.manuscript;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * Finds the highest level of heading: some begin with one hash sign and some with two.
 */
final class Headings extends AbstractVisitor {

    private int highest = 6;

    private Headings() {
    }

    static int highest(Node document) {
        var headings = new Headings();
        document.accept(headings);
        return headings.highest;
    }

    @Override
    public void visit(Heading heading) {
        this.highest = Math.min(this.highest, heading.getLevel());
    }

}
