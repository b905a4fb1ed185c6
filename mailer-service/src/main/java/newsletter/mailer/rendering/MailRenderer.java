package newsletter.mailer.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;

import newsletter.mailer.audience.Newsletter;
import newsletter.mailer.manuscript.Finding;
import newsletter.mailer.manuscript.Manuscript;
import newsletter.mailer.site.PublicSite;
import newsletter.theme.CityProperties;

/**
 * Makes the mail of an edition. The same words always make the same bytes, so that their
 * hash names them.
 */
@Component
public class MailRenderer {

    /** Gmail cuts a mail off at about 102 KB, and with it the link to unsubscribe. */
    static final int MAX_SIZE = 100_000;

    private final MailWords words;

    private final ITemplateEngine templates;

    private final CityProperties city;

    private final PublicSite site;

    private final InlineStyle style;

    MailRenderer(MailWords words, CityProperties city, PublicSite site) {
        this.words = words;
        this.templates = words.templates(TemplateMode.HTML, "mail", ".html");
        this.city = city;
        this.site = site;
        this.style = InlineStyle.ofEditions(city.primaryColour());
    }

    public Rendering render(Newsletter newsletter, String subject, String markdown) {
        Manuscript manuscript = Manuscript.read(markdown);
        List<Finding> findings = new ArrayList<>(manuscript.findings());
        if ((subject + manuscript.html() + manuscript.text()).contains(Slot.MARK)) {
            findings.add(Finding.error(0, "“%s” is a word we keep for ourselves".formatted(Slot.MARK)));
        }
        String title = withoutMark(subject);
        String html = withoutMark(manuscript.html());
        String text = withoutMark(manuscript.text());
        CompiledMail mail = CompiledMail
            .of(new EditionMessage(newsletter, title, this.city.contact().email(), pages(newsletter).archive())
                .write(textPart(newsletter, title, text), htmlPart(newsletter, title, html)));
        if (mail.bytes().length >= MAX_SIZE) {
            findings.add(Finding.error(0, "This is too long: mail programs would cut it off before the link to "
                    + "unsubscribe. Put part of it on the website and link to it"));
        }
        return new Rendering(mail, html, text, List.copyOf(findings));
    }

    private String htmlPart(Newsletter newsletter, String subject, String html) {
        var context = new Context(Locale.forLanguageTag(newsletter.language()));
        context.setVariable("newsletter", newsletter);
        context.setVariable("subject", subject);
        context.setVariable("body", html);
        context.setVariable("city", this.city);
        context.setVariable("address", addressLines());
        context.setVariable("unsubscribe", Slot.UNSUBSCRIBE_URL.sentinel());
        context.setVariable("preferences", Slot.PREFERENCES_URL.sentinel());
        context.setVariable("privacy", pages(newsletter).privacyNotice());
        String page = this.style.inline(this.templates.process("edition", context));
        return onItsOwnLine(Slot.PREFERENCES_URL, onItsOwnLine(Slot.UNSUBSCRIBE_URL, page));
    }

    /** Or an encoded line might end in the middle of it. */
    private static String onItsOwnLine(Slot slot, String page) {
        String link = "href=\"" + slot.sentinel() + "\"";
        return page.replace(" " + link, "\n" + link + "\n");
    }

    private String textPart(Newsletter newsletter, String subject, String text) {
        Locale language = Locale.forLanguageTag(newsletter.language());
        return """
                %s
                %s

                %s

                * * *

                %s

                %s:
                %s

                %s:
                %s

                %s: %s

                %s
                %s
                %s %s
                """.formatted(subject, "=".repeat(subject.codePointCount(0, subject.length())), text,
                this.words.text("edition.because", language, this.city.name(), newsletter.name()),
                this.words.text("letter.stop.these", language), Slot.UNSUBSCRIBE_URL.sentinel(),
                this.words.text("letter.manage", language), Slot.PREFERENCES_URL.sentinel(),
                this.words.text("letter.privacy", language), pages(newsletter).privacyNotice(), this.city.name(),
                String.join("\n", addressLines()), this.words.text("letter.questions", language),
                this.city.contact().email());
    }

    /** Our pages in the language of the newsletter. */
    private PublicSite pages(Newsletter newsletter) {
        return this.site.in(newsletter.language());
    }

    private List<String> addressLines() {
        return List.of(this.city.contact().postalAddress().split("\\s*(,|\\R)\\s*"));
    }

    /** So that somebody can still look at what cannot be compiled as it stands. */
    private static String withoutMark(String text) {
        return text.replace(Slot.MARK, Slot.MARK.charAt(0) + "…");
    }

}
