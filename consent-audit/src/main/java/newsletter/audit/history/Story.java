package newsletter.audit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import newsletter.audit.ledger.Entry;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.EditionPublished;
import newsletter.events.Event;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;

/**
 * Puts what the ledger says into an officer's words. A new event does not compile until
 * it has some.
 */
final class Story {

    private static final String GIVEN = "given";

    private static final String ENDED = "ended";

    private final Wordings wordings;

    private final Times times;

    Story(Wordings wordings, Times times) {
        this.wordings = wordings;
        this.times = times;
    }

    Moment of(Entry entry, Event event, Standing standing) {
        return switch (event) {
            case SubscriptionRequested requested -> asked(requested).at(entry, standing);
            case ConsentGiven given -> given(given).at(entry, standing);
            case ConsentWithdrawn withdrawn -> withdrawn(withdrawn).at(entry, standing);
            case LetterReported letter -> letter(letter).at(entry, standing);
            case PersonViewed viewed -> viewed(viewed).at(entry, standing);
            case PersonNotFound _, DeliveriesReported _, EditionPublished _, NewsletterPublished _,
                    SubscriberContact _ ->
                new Telling(null, "Recorded: " + entry.type(), List.of(), List.of()).at(entry, standing);
        };
    }

    /** One edition, as it went to this person. */
    Moment mailed(Entry manifest, Row row, @Nullable EditionPublished edition, Standing standing) {
        List<String> facts = new ArrayList<>();
        String title = "An edition";
        if (edition != null) {
            title = "“%s”".formatted(edition.title());
            facts.add("An edition of %s, written by %s and approved by %s."
                .formatted(this.wordings.nameOf(edition.newsletterId()), edition.author(), edition.approver()));
        }
        facts.add("On the strength of consent %s.".formatted(row.consentId()));
        facts.addAll(mail(row.messageId(), row.relayReply()));
        if (row.endedBy() != null) {
            facts.add("Not sent, because event %s had ended the consent.".formatted(row.endedBy()));
        }
        return new Moment(row.at(), null, title + " " + verb(row.outcome()), facts, List.of(), manifest.index(),
                standing);
    }

    private Telling asked(SubscriptionRequested requested) {
        List<String> hashes = new ArrayList<>(
                requested.newsletters().stream().map(RequestedNewsletter::statement).toList());
        hashes.add(requested.privacyNotice());
        return new Telling(null, "Asked for " + names(requested.newsletters()),
                List.of("On the public form, in the language “%s”.".formatted(requested.language()),
                        "Could be confirmed until %s.".formatted(this.times.minute(requested.expiresAt()))),
                this.wordings.shown(hashes.toArray(String[]::new)));
    }

    private Telling given(ConsentGiven given) {
        return new Telling(GIVEN, "Consented to " + this.wordings.nameOf(given.newsletterId()),
                List.of("By pressing the button on the page behind the link that was mailed to the address.",
                        "Receipt %s. Good until %s.".formatted(given.receiptNumber(),
                                this.times.day(given.validUntil())),
                        "Consent %s, purpose version %d.".formatted(given.consentId(), given.purposeVersion())),
                this.wordings.shown(given.statement(), given.privacyNotice(), given.confirmationMail()));
    }

    private Telling withdrawn(ConsentWithdrawn withdrawn) {
        return new Telling(ENDED, "Withdrew consent to " + this.wordings.nameOf(withdrawn.newsletterId()),
                List.of(way(withdrawn.by()), "Consent %s has ended.".formatted(withdrawn.consentId())), List.of());
    }

    private static String way(WithdrawnBy by) {
        return switch (by) {
            case ONE_CLICK -> "By the unsubscribe button of the mail program.";
            case UNSUBSCRIBE_PAGE -> "By the button on the page behind the link in the mail.";
        };
    }

    private Telling letter(LetterReported letter) {
        String name = switch (letter.letter()) {
            case "please-confirm" -> "The mail that asks for confirmation";
            case "welcome" -> "The welcome mail with receipt " + letter.about();
            default -> "The letter “%s”".formatted(letter.letter());
        };
        return new Telling(null, name + " " + verb(letter.outcome()), mail(letter.messageId(), letter.relayReply()),
                List.of());
    }

    private static Telling viewed(PersonViewed viewed) {
        return new Telling(null, "Looked at by officer " + viewed.officer(),
                List.of("Reason: %s. Case %s.".formatted(viewed.reason().replace('-', ' '), viewed.caseNumber())),
                List.of());
    }

    private static List<String> mail(String messageId, @Nullable String relayReply) {
        List<String> facts = new ArrayList<>();
        facts.add("Message-ID %s".formatted(messageId));
        if (relayReply != null) {
            facts.add("The mail server answered: %s".formatted(relayReply));
        }
        return facts;
    }

    private static String verb(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "was taken by the mail server";
            case REFUSED -> "was refused by the mail server";
            case SUPPRESSED -> "was not sent";
            case UNKNOWN -> "may or may not have been sent";
        };
    }

    private String names(List<RequestedNewsletter> newsletters) {
        return newsletters.stream()
            .map((newsletter) -> this.wordings.nameOf(newsletter.newsletterId()))
            .collect(Collectors.collectingAndThen(Collectors.toList(), Story::sentence));
    }

    private static String sentence(List<String> names) {
        String all = String.join(", ", names);
        int last = all.lastIndexOf(", ");
        return (last < 0) ? all : all.substring(0, last) + " and " + all.substring(last + 2);
    }

    /** A moment without its place. */
    private record Telling(@Nullable String tone, String title, List<String> facts, List<ShownWording> wordings) {

        Moment at(Entry entry, Standing standing) {
            return new Moment(entry.occurredAt(), this.tone, this.title, this.facts, this.wordings, entry.index(),
                    standing);
        }

    }

}
