package newsletter.audit.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import newsletter.audit.access.Reason;
import newsletter.audit.history.Line.Words;
import newsletter.audit.person.Held;
import newsletter.audit.reading.DeliveryManifest;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DataExported;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.Right;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;
import newsletter.events.DeliveryReport.DeliveriesReported;
import newsletter.events.DeliveryReport.LetterReported;
import newsletter.events.DeliveryReport.Outcome;
import newsletter.events.DeliveryReport.Row;
import newsletter.events.EditionPublished;
import newsletter.events.Event;
import newsletter.events.EventAcknowledged;
import newsletter.events.NewsletterPublished;
import newsletter.events.SubscriberContact;

/** Puts into words what an event says of a person. */
final class Narrator {

    private static final String STATEMENT = "Statement beside the box";

    private static final String PRIVACY_NOTICE = "Privacy notice in force";

    private static final String CONFIRMATION_MAIL = "Letter that asks for confirmation";

    private static final String RENEWAL = "renewal";

    private static final String PERMISSION_REQUEST = "permission-request";

    private final Catalogue catalogue;

    private final Held held;

    private final CityTime time;

    /** By the id of a request: what was asked, to tell which letter was mailed. */
    private final Map<String, SubscriptionRequested> requests;

    Narrator(Catalogue catalogue, Held held, CityTime time, Map<String, SubscriptionRequested> requests) {
        this.catalogue = catalogue;
        this.held = held;
        this.time = time;
        this.requests = requests;
    }

    /** A new event does not compile until it is here. */
    Words tell(Event event) {
        return switch (event) {
            case SubscriptionRequested requested -> requested(requested);
            case ConsentGiven given -> given(given);
            case ConsentWithdrawn withdrawn -> withdrawn(withdrawn);
            case RequestDisowned disowned -> disowned(disowned);
            case DisowningRevoked revoked -> Words.of("Said that letters which ask for confirmation are welcome again",
                    List.of(Fact.exactly("Request", revoked.requestId().toString())));
            case RequestLapsed lapsed -> Words.of("The request lapsed: nobody confirmed it in time",
                    List.of(Fact.exactly("Request", lapsed.requestId().toString())));
            case AccessLinkRequested requested -> Words.of("Asked for a link to their preferences",
                    List.of(Fact.of("The link is good until", this.time.of(requested.expiresAt()))));
            case LetterReported letter -> letter(letter);
            case EvidenceRecorded evidence -> Words.of("Evidence of the request was recorded",
                    List.of(Fact.of("Agreed on", this.time.of(evidence.collectedAt())),
                            Fact.exactly("Recorded by", evidence.collector()),
                            Fact.exactly("What was read out or printed", evidence.script()),
                            Fact.exactly("Evidence", evidence.evidence()),
                            Fact.exactly("Request", evidence.requestId().toString())));
            case RenewalReminded reminded -> Words.of("Was asked to renew for the last time",
                    List.of(Fact.exactly("Request", reminded.requestId().toString())));
            case ConsentExpired expired ->
                ended("Consent to " + this.catalogue.name(expired.newsletterId()) + " ran out: it was not renewed",
                        expired.consentId());
            case ConsentEnded end -> ended(switch (end.because()) {
                case NEWSLETTER_CLOSED ->
                    "Consent to " + this.catalogue.name(end.newsletterId()) + " ended: the newsletter is no more";
                case UNDELIVERABLE ->
                    "Consent to " + this.catalogue.name(end.newsletterId()) + " ended: the mailbox does not exist";
            }, end.consentId());
            case AddressChangeRequested requested -> Words.of("Asked to be reached at another address",
                    List.of(Fact.of("To be confirmed before", this.time.of(requested.expiresAt())),
                            Fact.exactly("Change", requested.changeId().toString())));
            case AddressChangeLapsed lapsed -> Words.of("The change of address ended unconfirmed",
                    List.of(Fact.exactly("Change", lapsed.changeId().toString())));
            case AddressChanged changed -> Words.of("Is reached at another address",
                    List.of(Fact.of("For which address", opened(changed.addressCommitment())),
                            Fact.exactly("Change", changed.changeId().toString())));
            case LanguageChanged changed -> Words.of("Wants to be written to in another language",
                    List.of(Fact.of("Language", changed.language())));
            case DeliveriesPaused paused ->
                Words.of("Paused all newsletters", List.of(Fact.of("Until", this.time.of(paused.until()))));
            case DeliveriesResumed _ -> Words.of("Wants newsletters again", List.of());
            case ProcessingRestricted restricted -> Words.of("Processing is restricted: kept, and not used",
                    List.of(Fact.exactly("Case", restricted.caseId().toString())));
            case RestrictionLifted lifted ->
                Words.of("The restriction ended", List.of(Fact.exactly("Case", lifted.caseId().toString())));
            case RightsRequestReceived received -> Words.of("Exercised a right: " + named(received.right()),
                    List.of(Fact.of("Due", this.time.of(received.dueAt())),
                            Fact.exactly("Case", received.caseId().toString())));
            case RightsRequestAcknowledged acknowledged ->
                Words.of("Was told that their request has arrived", List.of(Fact.exactly("By", acknowledged.officer()),
                        Fact.exactly("Case", acknowledged.caseId().toString())));
            case RightsRequestClosed closed -> Words.of("The request was answered: " + closed.outcome(),
                    List.of(Fact.exactly("By", closed.officer()), Fact.exactly("Case", closed.caseId().toString())));
            case DataExported exported ->
                Words.of("Took a copy of their data", List.of(Fact.of("As", exported.format())));
            case SubscriberErased erased ->
                new Words("Was erased", "ended", List.of(Fact.of("By", erased.by())), List.of(), null);
            case SuppressionAdded added ->
                Words.of("The address is not written to any more", List.of(Fact.of("Because of", added.reason()),
                        Fact.exactly("Suppression", added.suppressionId().toString())));
            case SuppressionLifted lifted -> Words.of("The address may be written to again",
                    List.of(Fact.exactly("Suppression", lifted.suppressionId().toString())));
            case EventAcknowledged acknowledged -> acknowledged(acknowledged);
            case PersonViewed viewed -> viewed(viewed);
            case PersonNotFound _, NewsletterPublished _, EditionPublished _, DeliveriesReported _,
                    SubscriberContact _ ->
                Words.of("Something that is about nobody", List.of());
        };
    }

    private Words requested(SubscriptionRequested requested) {
        List<Shown> shown = new ArrayList<>();
        for (RequestedNewsletter newsletter : requested.newsletters()) {
            shown.add(this.catalogue.shown(STATEMENT + ", " + this.catalogue.name(newsletter.newsletterId()),
                    newsletter.statement()));
        }
        shown.add(this.catalogue.shown(PRIVACY_NOTICE, requested.privacyNotice()));
        shown.add(this.catalogue.shown(letterOf(requested), requested.confirmationMail()));
        List<String> newsletters = requested.newsletters().stream().map(RequestedNewsletter::newsletterId).toList();
        String title = switch (requested.method()) {
            case RENEWAL -> "Was asked to renew consent to ";
            case PERMISSION_REQUEST -> "Was asked for permission to send ";
            default -> "Asked for ";
        };
        return new Words(title + this.catalogue.names(newsletters), null,
                List.of(Fact.of("How", how(requested)), Fact.of("Language", requested.language()),
                        Fact.of("To be confirmed before", this.time.of(requested.expiresAt())),
                        Fact.exactly("Request", requested.requestId().toString())),
                shown, null);
    }

    private static String how(SubscriptionRequested requested) {
        return switch (requested.method()) {
            case "web-form" -> "Ticked the box and sent the form on the public site";
            case "phone" -> "Told a member of staff on the telephone";
            case "paper-form" -> "Filled in a form on paper, which a member of staff entered";
            case "import" -> "Agreed elsewhere, and the city holds evidence of it";
            case PERMISSION_REQUEST -> "The city asked, which had the address and no evidence of consent";
            case RENEWAL -> "The city asked, because a consent runs out or no longer covers what is sent";
            default -> requested.method();
        };
    }

    /** What the letter is called that a request goes out with. */
    private static String letterOf(@Nullable SubscriptionRequested request) {
        return switch ((request != null) ? request.method() : "") {
            case RENEWAL -> "Letter that asks to renew";
            case PERMISSION_REQUEST -> "Letter that asks for permission";
            default -> CONFIRMATION_MAIL;
        };
    }

    private Words given(ConsentGiven given) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("How", switch (given.confirmedBy()) {
            case "button" -> "Pressed the button on the page behind the link in the confirmation mail";
            case "undo" -> "Took back a withdrawal, on the page behind the link in the mail";
            default -> given.confirmedBy();
        }));
        this.catalogue.newsletter(given.newsletterId()).ifPresent((newsletter) -> {
            facts.add(Fact.of("Purpose", newsletter.purpose()));
            facts.add(Fact.of("Lawful basis", newsletter.lawfulBasis()));
        });
        facts.add(Fact.of("Valid until", this.time.of(given.validUntil())));
        facts.add(Fact.exactly("Receipt", given.receiptNumber()));
        facts.add(Fact.of("For which address", opened(given.addressCommitment())));
        facts.add(Fact.exactly("Consent", given.consentId().toString()));
        SubscriptionRequested answered = this.requests.get(given.requestId().toString());
        String title = (answered != null && answered.method().equals(RENEWAL)) ? "Renewed consent to "
                : "Confirmed, and so consented to ";
        return new Words(title + this.catalogue.name(given.newsletterId()), "given", facts,
                List.of(this.catalogue.shown(STATEMENT, given.statement()),
                        this.catalogue.shown(PRIVACY_NOTICE, given.privacyNotice()),
                        this.catalogue.shown(letterOf(answered), given.confirmationMail())),
                null);
    }

    private String opened(String commitment) {
        return switch (this.held) {
            case Held.Open open when open.commitment().equals(commitment) ->
                "The address we hold: the recorded commitment opens with it and its salt";
            case Held.Open _ -> "Another one than the address we hold: the recorded commitment does not open with it. "
                    + "Who changes their address gets a new commitment; earlier consents keep theirs";
            case Held.Nothing _, Held.Erased _ ->
                "Cannot be told: address and salt are erased, and nobody can open the commitment";
            case Held.Locked _ -> "Cannot be told: our keys do not open the address";
        };
    }

    private Words withdrawn(ConsentWithdrawn withdrawn) {
        String how = switch (withdrawn.by()) {
            case ONE_CLICK -> "The unsubscribe button of a mail program (one click)";
            case UNSUBSCRIBE_PAGE -> "The button on the page behind the link in the mail";
            case PREFERENCES -> "A button on the page that shows all that the person agreed to";
            case COMPLAINT -> "Marked a mail as spam, as their mailbox provider told us";
            case STAFF -> "Wrote or called, and a member of staff did it for them";
            case OBJECTION -> "Objected to all of it";
            case ERASURE -> "Had themselves erased";
        };
        return new Words("Withdrew consent to " + this.catalogue.name(withdrawn.newsletterId()), "ended",
                List.of(Fact.of("How", how), Fact.exactly("Consent", withdrawn.consentId().toString())), List.of(),
                null);
    }

    private static Words ended(String title, UUID consentId) {
        return new Words(title, "ended", List.of(Fact.exactly("Consent", consentId.toString())), List.of(), null);
    }

    private static String named(Right right) {
        return switch (right) {
            case ACCESS -> "to see what is held of them";
            case ERASURE -> "to be forgotten";
            case RESTRICTION -> "that what is held is kept and not used";
            case OBJECTION -> "that we stop";
            case COMPLAINT -> "a complaint";
        };
    }

    private Words disowned(RequestDisowned disowned) {
        return new Words("Said that they had not asked: “This wasn’t me”", "ended",
                List.of(Fact.of("How", "The button on the page behind the link in the confirmation mail"),
                        Fact.of("No confirmation mail before", this.time.of(disowned.mutedUntil())),
                        Fact.exactly("Request", disowned.requestId().toString())),
                List.of(), null);
    }

    private Words letter(LetterReported letter) {
        String name = switch (letter.letter()) {
            case "please-confirm" -> "Confirmation mail";
            case "please-renew" -> "Letter that asks to renew";
            case "renewal-reminder" -> "Last reminder to renew";
            case PERMISSION_REQUEST -> "Letter that asks for permission";
            case "welcome" -> "Receipt (welcome mail)";
            case "confirm-address" -> "Letter to the new mailbox that asks to confirm it";
            case "address-changed" -> "Letter to the former mailbox that tells of the change";
            case "your-link" -> "Link to the preferences";
            default -> "Letter “" + letter.letter() + "”";
        };
        List<Shown> shown = Optional.ofNullable(this.requests.get(letter.about()))
            .map((request) -> List.of(this.catalogue.shown(letterOf(request), request.confirmationMail())))
            .orElse(List.of());
        List<Fact> facts = new ArrayList<>(List.of(Fact.of("What became of it", inWords(letter.outcome())),
                Fact.exactly("About", letter.about()), Fact.exactly("Message-ID", letter.messageId())));
        if (letter.relayReply() != null) {
            facts.add(Fact.exactly("Relay's reply", letter.relayReply()));
        }
        return new Words(name + " " + shortly(letter.outcome()), null, facts, shown, null);
    }

    private static Words acknowledged(EventAcknowledged acknowledged) {
        String what = switch (acknowledged.kind()) {
            case ERASED -> " has forgotten how the person is reached";
            case RESTRICTED -> " keeps what it holds and does not use it";
            case ADDRESS_CHANGED -> " has the new address and has forgotten the former";
        };
        return Words.of(acknowledged.service() + what,
                List.of(Fact.exactly("Acknowledges", acknowledged.about().toString())));
    }

    private static Words viewed(PersonViewed viewed) {
        return Words.of("Looked at by the officer “" + viewed.officer() + "”",
                List.of(Fact.of("Reason", Reason.of(viewed.reason()).map(Reason::text).orElse(viewed.reason())),
                        Fact.exactly("Case", viewed.caseNumber())));
    }

    /**
     * What a row says of the person.
     * @param report what its edition and newsletter are read from; absent if damaged
     */
    Words tell(Row row, @Nullable DeliveryManifest report) {
        Optional<EditionPublished> edition = Optional.ofNullable(report)
            .flatMap((manifest) -> this.catalogue.edition(manifest.editionId()));
        List<Fact> facts = new ArrayList<>();
        if (report != null) {
            facts.add(Fact.of("Newsletter", this.catalogue.name(report.newsletterId())));
        }
        facts.add(Fact.of("What became of it", inWords(row.outcome())));
        facts.add(Fact.exactly("Under consent", row.consentId().toString()));
        facts.add(Fact.exactly("Message-ID", row.messageId()));
        if (row.relayReply() != null) {
            facts.add(Fact.exactly("Relay's reply", row.relayReply()));
        }
        if (row.endedBy() != null) {
            facts.add(Fact.exactly("Consent ended or held back by event", row.endedBy().toString()));
        }
        String title = edition.map((published) -> "Edition “" + published.title() + "”").orElse("An edition");
        return new Words(title + " " + shortly(row.outcome()), null, facts, List.of(),
                edition.map(EditionPublished::editionId).orElse(null));
    }

    private static String shortly(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "mailed";
            case REFUSED -> "refused by the mail relay";
            case SUPPRESSED -> "not sent";
            case UNKNOWN -> "perhaps mailed";
        };
    }

    private static String inWords(Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "The mail relay took it";
            case REFUSED -> "The mail relay refused it for good";
            case SUPPRESSED -> "It was not handed over, since the consent was no longer live, or held back";
            case UNKNOWN -> "It was handed over and no answer came: it may have arrived";
        };
    }

}
