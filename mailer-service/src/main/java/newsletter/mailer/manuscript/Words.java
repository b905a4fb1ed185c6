package newsletter.mailer.manuscript;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What there is to read in a part of the tree, the descriptions of pictures included. */
final class Words extends AbstractVisitor {

    private final StringBuilder words = new StringBuilder();

    private Words() {
    }

    static String of(Node node) {
        var words = new Words();
        node.accept(words);
        return words.words.toString();
    }

    @Override
    public void visit(Text text) {
        this.words.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        this.words.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        this.words.append(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        this.words.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        this.words.append(html.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        this.words.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        this.words.append(' ');
    }

}
