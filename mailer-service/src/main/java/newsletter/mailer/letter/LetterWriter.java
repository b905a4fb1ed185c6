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

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;

import newsletter.mailer.letter.ClaimedLetter.Item;
import newsletter.mailer.letter.Letter.Kind;
import newsletter.mailer.letter.LetterMessage.Head;
import newsletter.mailer.rendering.MailWords;
import newsletter.mailer.site.PublicSite;
import newsletter.personaldata.EmailAddress;
import newsletter.theme.CityProperties;

/** Puts a letter into words: only what was asked for, or agreed to, word for word. */
@Component
class LetterWriter {

    private final LetterTemplates templates;

    private final MailWords words;

    private final PublicSite site;

    private final CityProperties city;

    private final LetterProperties properties;

    LetterWriter(LetterTemplates templates, MailWords words, PublicSite site, CityProperties city,
            LetterProperties properties) {
        this.templates = templates;
        this.words = words;
        this.site = site;
        this.city = city;
        this.properties = properties;
    }

    /**
     * What a template sees of a newsletter.
     *
     * @param until when it ends that a renewal is about
     * @param former what that was given to, if the newsletter has changed
     */
    record Entry(String name, String frequency, String statement, String statementLink, String unsubscribe,
            @Nullable String until, @Nullable String former) {
    }

    /**
     * The letter, ready to be handed over.
     * @param messageId the same at every attempt
     */
    byte[] write(ClaimedLetter letter, EmailAddress to, String messageId) {
        Locale language = Locale.forLanguageTag(letter.language());
        PublicSite pages = this.site.in(letter.language());
        var context = new Context(language);
        context.setVariable("language", letter.language());
        context.setVariable("city", this.city);
        context.setVariable("address", List.of(this.city.contact().postalAddress().split("\\s*(,|\\R)\\s*")));
        context.setVariable("privacy", pages.privacyNotice());
        Optional.ofNullable(letter.privacyNotice())
            .ifPresent((notice) -> context.setVariable("privacyThen", pages.wording(notice)));
        switch (letter.kind()) {
            case PLEASE_CONFIRM, PERMISSION_REQUEST -> asking(letter, letter.items(), pages, context);
            // What was stopped since is not asked about any more.
            case PLEASE_RENEW, RENEWAL_REMINDER ->
                asking(letter, letter.items().stream().filter(Item::live).toList(), pages, context);
            case WELCOME -> welcome(letter, pages, context);
            case YOUR_LINK -> yourLink(letter, pages, context);
            case CONFIRM_ADDRESS -> confirmAddress(letter, pages, context);
            case ADDRESS_CHANGED -> addressChanged(letter, pages, context);
            // Without any link that names the person: there is none any more.
            case ERASED -> context.setVariable("home", pages.address());
            case REQUEST_RECEIVED -> requestReceived(letter, context);
        }
        String template = letter.kind().text();
        String subject = this.words.text(template + ".subject", language,
                (letter.kind() == Kind.REQUEST_RECEIVED) ? caseNumber(letter.about()) : letter.about());
        context.setVariable("subject", subject);
        return new LetterMessage(new Head(this.city.name(), this.properties.senderAddress(),
                this.city.contact().email(), to.mailbox(), subject, messageId), Instant.now())
            .write(this.templates.text(template, context), this.templates.html(template, context));
    }

    private void asking(ClaimedLetter letter, List<Item> items, PublicSite pages, Context context) {
        String wording = (letter.wording() != null) ? letter.wording() : "";
        context.setVariable("wording", wording);
        context.setVariable("paragraphs", List.of(wording.strip().split("\\R\\s*\\R")));
        context.setVariable("items", entries(letter, items, pages, context));
        context.setVariable("link",
                pages.confirmation(letter.subscriberId(), UUID.fromString(letter.about()), letter.expiresAt()));
        context.setVariable("expires", local(letter.expiresAt(), context));
    }

    private void welcome(ClaimedLetter letter, PublicSite pages, Context context) {
        // What was withdrawn before the receipt went out is not theirs any more.
        context.setVariable("items",
                entries(letter, letter.items().stream().filter(Item::live).toList(), pages, context));
        context.setVariable("receipt", letter.about());
        context.setVariable("receiptLink", pages.receipt(letter.subscriberId(), letter.about()));
        context.setVariable("given", local(letter.occurredAt(), context));
        context.setVariable("givenUtc", letter.occurredAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        context.setVariable("preferences", pages.preferences(letter.subscriberId(), letter.occurredAt()));
    }

    private void yourLink(ClaimedLetter letter, PublicSite pages, Context context) {
        context.setVariable("link", pages.preferencesUntil(letter.subscriberId(), letter.expiresAt()));
        context.setVariable("expires", local(letter.expiresAt(), context));
    }

    private void confirmAddress(ClaimedLetter letter, PublicSite pages, Context context) {
        context.setVariable("link",
                pages.newAddress(letter.subscriberId(), UUID.fromString(letter.about()), letter.expiresAt()));
        context.setVariable("expires", local(letter.expiresAt(), context));
    }

    /** Holds no link that shows anything: the mailbox is perhaps somebody else's now. */
    private void addressChanged(ClaimedLetter letter, PublicSite pages, Context context) {
        context.setVariable("changed", local(letter.occurredAt(), context));
        context.setVariable("link", pages.address());
    }

    private void requestReceived(ClaimedLetter letter, Context context) {
        context.setVariable("caseNumber", caseNumber(letter.about()));
        context.setVariable("due", local(letter.expiresAt(), context));
    }

    /** As the site and its officers' board name the case: {@code 3F2A-91BC}. */
    private static String caseNumber(String caseId) {
        String digits = caseId.toUpperCase(Locale.ROOT);
        return digits.substring(0, 4) + "-" + digits.substring(4, 8);
    }

    private List<Entry> entries(ClaimedLetter letter, List<Item> items, PublicSite pages, Context context) {
        return items.stream()
            .map((item) -> new Entry(item.name(), item.frequency(), item.statement(), pages.wording(item.sha256()),
                    pages.unsubscribing(letter.subscriberId(), item.newsletterId()).page(),
                    (item.until() != null) ? local(item.until(), context) : null, item.former()))
            .toList();
    }

    private String local(Instant instant, Context context) {
        ZoneId zone = this.city.zone();
        String pattern = this.words.text("letter.time", context.getLocale());
        return DateTimeFormatter.ofPattern(pattern, context.getLocale()).format(instant.atZone(zone)) + " ("
                + zone.getId() + ")";
    }

}
