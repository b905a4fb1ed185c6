package newsletter.mailer.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

import newsletter.mailer.letter.ClaimedLetter.Item;
import newsletter.mailer.letter.LetterMessage.Head;
import newsletter.mailer.site.PublicSite;
import newsletter.personaldata.EmailAddress;
import newsletter.theme.CityProperties;

/** Puts a letter into words: only what was asked for, or agreed to, word for word. */
@Component
class LetterWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    private final LetterTemplates templates;

    private final PublicSite site;

    private final CityProperties city;

    private final LetterProperties properties;

    LetterWriter(LetterTemplates templates, PublicSite site, CityProperties city, LetterProperties properties) {
        this.templates = templates;
        this.site = site;
        this.city = city;
        this.properties = properties;
    }

    /** What a template sees of a newsletter. */
    record Entry(String name, String frequency, String statement, String statementLink, String unsubscribe) {
    }

    /**
     * The letter, ready to be handed over.
     * @param messageId the same at every attempt
     */
    byte[] write(ClaimedLetter letter, EmailAddress to, String messageId) {
        var context = new Context(Locale.forLanguageTag(letter.language()));
        context.setVariable("language", letter.language());
        context.setVariable("city", this.city);
        context.setVariable("address", List.of(this.city.contact().postalAddress().split("\\s*(,|\\R)\\s*")));
        context.setVariable("privacy", this.site.privacyNotice());
        Optional.ofNullable(letter.privacyNotice())
            .ifPresent((notice) -> context.setVariable("privacyThen", this.site.wording(notice)));
        String subject = switch (letter.kind()) {
            case PLEASE_CONFIRM -> pleaseConfirm(letter, context);
            case WELCOME -> welcome(letter, context);
            case YOUR_LINK -> yourLink(letter, context);
        };
        context.setVariable("subject", subject);
        String template = letter.kind().text();
        return new LetterMessage(new Head(this.city.name(), this.properties.senderAddress(),
                this.city.contact().email(), to.mailbox(), subject, messageId), Instant.now())
            .write(this.templates.text(template, context), this.templates.html(template, context));
    }

    private String pleaseConfirm(ClaimedLetter letter, Context context) {
        String wording = (letter.wording() != null) ? letter.wording() : "";
        context.setVariable("wording", wording);
        context.setVariable("paragraphs", List.of(wording.strip().split("\\R\\s*\\R")));
        context.setVariable("items", entries(letter, letter.items()));
        context.setVariable("link",
                this.site.confirmation(letter.subscriberId(), UUID.fromString(letter.about()), letter.expiresAt()));
        context.setVariable("expires", local(letter.expiresAt()));
        return "Please confirm your subscription";
    }

    private String welcome(ClaimedLetter letter, Context context) {
        // What was withdrawn before the receipt went out is not theirs any more.
        context.setVariable("items", entries(letter, letter.items().stream().filter(Item::live).toList()));
        context.setVariable("receipt", letter.about());
        context.setVariable("receiptLink", this.site.receipt(letter.subscriberId(), letter.about()));
        context.setVariable("given", local(letter.occurredAt()));
        context.setVariable("givenUtc", letter.occurredAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        context.setVariable("preferences", this.site.preferences(letter.subscriberId(), letter.occurredAt()));
        return "Welcome: your receipt " + letter.about();
    }

    private String yourLink(ClaimedLetter letter, Context context) {
        context.setVariable("link", this.site.preferencesUntil(letter.subscriberId(), letter.expiresAt()));
        context.setVariable("expires", local(letter.expiresAt()));
        return "Your link to manage your newsletters";
    }

    private List<Entry> entries(ClaimedLetter letter, List<Item> items) {
        return items.stream()
            .map((item) -> new Entry(item.name(), item.frequency(), item.statement(), this.site.wording(item.sha256()),
                    this.site.unsubscribing(letter.subscriberId(), item.newsletterId()).page()))
            .toList();
    }

    private String local(Instant instant) {
        ZoneId zone = this.city.zone();
        return TIME.format(instant.atZone(zone)) + " (" + zone.getId() + ")";
    }

}
