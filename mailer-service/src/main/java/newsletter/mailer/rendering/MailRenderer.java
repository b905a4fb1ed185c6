package newsletter.mailer.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

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

    private final ITemplateEngine templates;

    private final CityProperties city;

    private final PublicSite site;

    private final InlineStyle style;

    MailRenderer(ITemplateEngine templates, CityProperties city, PublicSite site) {
        this.templates = templates;
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
            .of(new EditionMessage(newsletter, title, this.city.contact().email(), this.site.archive())
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
        context.setVariable("privacy", this.site.privacyNotice());
        String page = this.style.inline(this.templates.process("mail/edition", context));
        return onItsOwnLine(Slot.PREFERENCES_URL, onItsOwnLine(Slot.UNSUBSCRIBE_URL, page));
    }

    /** Or an encoded line might end in the middle of it. */
    private static String onItsOwnLine(Slot slot, String page) {
        String link = "href=\"" + slot.sentinel() + "\"";
        return page.replace(" " + link, "\n" + link + "\n");
    }

    private String textPart(Newsletter newsletter, String subject, String text) {
        return """
                %s
                %s

                %s

                * * *

                You get this email because you asked the %s for “%s”.

                Stop these emails:
                %s

                Manage your newsletters:
                %s

                How we handle your data: %s

                %s
                %s
                Questions? Write to %s
                """.formatted(subject, "=".repeat(subject.codePointCount(0, subject.length())), text, this.city.name(),
                newsletter.name(), Slot.UNSUBSCRIBE_URL.sentinel(), Slot.PREFERENCES_URL.sentinel(),
                this.site.privacyNotice(), this.city.name(), String.join("\n", addressLines()),
                this.city.contact().email());
    }

    private List<String> addressLines() {
        return List.of(this.city.contact().postalAddress().split("\\s*(,|\\R)\\s*"));
    }

    /** So that somebody can still look at what cannot be compiled as it stands. */
    private static String withoutMark(String text) {
        return text.replace(Slot.MARK, Slot.MARK.charAt(0) + "…");
    }

}
