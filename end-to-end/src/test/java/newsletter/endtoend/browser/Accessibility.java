package newsletter.endtoend.browser;

import java.util.List;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Node;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/** What a machine can tell of WCAG 2.2, levels A and AA. */
final class Accessibility {

    private static final List<String> LEVELS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Accessibility() {
    }

    /** A frame in which no script runs cannot be checked in place. */
    private static final String CLOSED_FRAME = "iframe[sandbox]";

    static void check(Page page) {
        List<Rule> violations = new AxeBuilder(page).withTags(LEVELS).exclude(CLOSED_FRAME).analyze().getViolations();
        assertThat(violations.stream().map(Accessibility::describe)).as("accessibility of %s", page.url()).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getHelp() + ": " + rule.getNodes().stream().map(Node::getHtml).collect(Collectors.joining("; "));
    }

}
