package newsletter.mailer.letter;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

import newsletter.mailer.rendering.InlineStyle;
import newsletter.mailer.rendering.MailWords;
import newsletter.theme.CityProperties;

/**
 * The two forms of each letter, which say the same, in the language of the context.
 */
@Component
class LetterTemplates {

    private static final String FOLDER = "letter";

    private final ITemplateEngine html;

    private final ITemplateEngine text;

    private final InlineStyle style;

    LetterTemplates(MailWords words, CityProperties city) {
        this.html = words.templates(TemplateMode.HTML, FOLDER, ".html");
        this.text = words.templates(TemplateMode.TEXT, FOLDER, ".txt");
        this.style = InlineStyle.ofEditions(city.primaryColour());
    }

    String text(String letter, Context context) {
        return this.text.process(letter, context);
    }

    String html(String letter, Context context) {
        return this.style.inline(this.html.process(letter, context));
    }

}
