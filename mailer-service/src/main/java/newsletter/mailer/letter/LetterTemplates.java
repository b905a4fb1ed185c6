package newsletter.mailer.letter;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import newsletter.mailer.rendering.InlineStyle;
import newsletter.theme.CityProperties;

/** The two forms of each letter, which say the same. */
@Component
class LetterTemplates {

    private final ITemplateEngine html;

    private final SpringTemplateEngine text = new SpringTemplateEngine();

    private final InlineStyle style;

    LetterTemplates(ITemplateEngine html, CityProperties city) {
        this.html = html;
        this.style = InlineStyle.ofEditions(city.primaryColour());
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/letter/");
        files.setSuffix(".txt");
        files.setTemplateMode(TemplateMode.TEXT);
        files.setCharacterEncoding("UTF-8");
        this.text.setTemplateResolver(files);
    }

    String text(String letter, Context context) {
        return this.text.process(letter, context);
    }

    String html(String letter, Context context) {
        return this.style.inline(this.html.process("letter/" + letter, context));
    }

}
