package newsletter.mailer.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.core.io.ClassPathResource;

/**
 * Writes a style sheet into the elements it speaks of, because many mail programs drop
 * style sheets. Rules apply in the order they are written, whatever their selectors: the
 * sheet is ours, and says the general before the particular. From the first
 * {@code @media} on it stays a sheet.
 */
public final class InlineStyle {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

    private final List<Rule> rules;

    private final String sheet;

    private InlineStyle(List<Rule> rules, String sheet) {
        this.rules = rules;
        this.sheet = sheet;
    }

    private record Rule(String selector, String declarations) {
    }

    public static InlineStyle ofEditions(String primaryColour) {
        try {
            String css = new ClassPathResource("templates/mail/edition.css").getContentAsString(StandardCharsets.UTF_8)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replace("var(--city-primary)", primaryColour)
                .replaceAll("\\s+", " ");
            int media = css.indexOf("@media");
            List<Rule> rules = RULE.matcher(css.substring(0, media))
                .results()
                .map((match) -> new Rule(match.group(1).strip(), match.group(2).strip()))
                .toList();
            return new InlineStyle(rules, css.substring(media).strip());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    public String inline(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        for (Rule rule : this.rules) {
            for (Element element : document.select(rule.selector)) {
                element.attr("style", (element.attr("style") + " " + rule.declarations).strip());
            }
        }
        document.head().appendElement("style").appendText(this.sheet);
        return document.outerHtml().strip() + "\n";
    }

}
