package newsletter.mailer.letter;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import newsletter.events.ConsentEvent;
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
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;

/**
 * What is to be written to whom, as far as one event tells.
 *
 * @param about the request or change it asks to confirm or tells of, the number of the
 * receipt, the event that asked for a link, or the address that is lent for a farewell
 * @param recipientId whose contact it goes to: the subscriber, or an address that is lent
 * for this letter
 * @param occurredAt when it was asked for, or agreed to
 * @param privacyNotice the one that was shown; absent in a letter with a link
 * @param confirmationMail the wording that asks; absent in all others
 * @param size how many items it has when it is complete: the consents of a receipt come
 * one by one
 */
record Letter(Kind kind, String about, UUID subscriberId, UUID recipientId, String language, Instant occurredAt,
        Instant expiresAt, @Nullable String privacyNotice, @Nullable String confirmationMail, int size,
        List<Item> items) {

    /** As long as the former address is lent for it. */
    private static final Duration TELLING = Duration.ofDays(3);

    /** The address is not lent for longer. */
    private static final Duration FAREWELL_WITHIN = Duration.ofHours(24);

    /** Instead of a language: the one in which the recipient is written to. */
    static final String OF_THE_CONTACT = "";

    /** What a letter is, by the name it is reported under. */
    enum Kind {

        PLEASE_CONFIRM("please-confirm"), PERMISSION_REQUEST("permission-request"), PLEASE_RENEW("please-renew"),
        RENEWAL_REMINDER("renewal-reminder"), WELCOME("welcome"), YOUR_LINK("your-link"),
        CONFIRM_ADDRESS("confirm-address"), ADDRESS_CHANGED("address-changed"), ERASED("erased"),
        REQUEST_RECEIVED("request-received");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return this.text;
        }

        /** Whether it asks somebody who has agreed to something to agree again. */
        boolean isRenewal() {
            return this == PLEASE_RENEW || this == RENEWAL_REMINDER;
        }

        /** The letter with which a request goes out, by the method that it names. */
        private static Kind asking(String method) {
            return switch (method) {
                case "renewal" -> PLEASE_RENEW;
                case "permission-request" -> PERMISSION_REQUEST;
                default -> PLEASE_CONFIRM;
            };
        }

        static Kind of(String text) {
            return Arrays.stream(values()).filter((kind) -> kind.text.equals(text)).findFirst().orElseThrow();
        }

    }

    /**
     * One newsletter.
     *
     * @param consentId the consent that was given; absent while it is only asked for
     */
    record Item(String newsletterId, String statement, @Nullable UUID consentId) {
    }

    /** The same event always makes the same key. */
    String key() {
        return this.kind.text + ":" + this.about;
    }

    /** What an event gives us to write: a new event does not compile until it is here. */
    static Optional<Letter> about(ConsentEvent event, Duration welcomeWithin) {
        return switch (event) {
            case SubscriptionRequested requested when requested.newsletters().isEmpty() -> Optional.empty();
            case SubscriptionRequested requested -> Optional.of(asking(requested));
            case ConsentGiven given -> Optional.of(welcome(given, welcomeWithin));
            // They have told us to stop writing: the page says that we have heard it.
            case ConsentWithdrawn _ -> Optional.empty();
            case RequestDisowned _, DisowningRevoked _, RequestLapsed _ -> Optional.empty();
            case AccessLinkRequested requested -> Optional.of(yourLink(requested));
            // Made of the letter before it: see LetterQueue.
            case RenewalReminded _ -> Optional.empty();
            case AddressChangeRequested requested -> Optional.of(confirmAddress(requested));
            case AddressChangeLapsed _ -> Optional.empty();
            case AddressChanged changed -> Optional.of(addressChanged(changed));
            case SubscriberErased erased ->
                Optional.ofNullable(erased.farewellContactId()).map((contact) -> farewell(erased, contact));
            case RightsRequestReceived received -> Optional.of(requestReceived(received));
            case RightsRequestAcknowledged _, RightsRequestClosed _ -> Optional.empty();
            case ConsentExpired _, ConsentEnded _, EvidenceRecorded _, LanguageChanged _ -> Optional.empty();
            case DeliveriesPaused _, DeliveriesResumed _, ProcessingRestricted _, RestrictionLifted _ ->
                Optional.empty();
            case DataExported _, SuppressionAdded _, SuppressionLifted _ -> Optional.empty();
        };
    }

    /**
     * The keys of the letters that an event makes pointless, should they still be
     * waiting.
     */
    static List<String> endedBy(ConsentEvent event) {
        return switch (event) {
            case RequestDisowned disowned -> asking(disowned.requestId());
            case RequestLapsed lapsed -> asking(lapsed.requestId());
            // Of these the queue knows by itself: see moot_letter.
            case ConsentGiven _, ConsentWithdrawn _ -> List.of();
            case SubscriptionRequested _, DisowningRevoked _, AccessLinkRequested _ -> List.of();
            case RenewalReminded _ -> List.of();
            case AddressChangeRequested _ -> List.of();
            case AddressChangeLapsed lapsed -> List.of(Kind.CONFIRM_ADDRESS.text + ":" + lapsed.changeId());
            case AddressChanged changed -> List.of(Kind.CONFIRM_ADDRESS.text + ":" + changed.changeId());
            case SubscriberErased _ -> List.of();
            case RightsRequestReceived _, RightsRequestAcknowledged _, RightsRequestClosed _ -> List.of();
            case ConsentExpired _, ConsentEnded _, EvidenceRecorded _, LanguageChanged _ -> List.of();
            case DeliveriesPaused _, DeliveriesResumed _, ProcessingRestricted _, RestrictionLifted _ -> List.of();
            case DataExported _, SuppressionAdded _, SuppressionLifted _ -> List.of();
        };
    }

    /** Not those of a renewal, which nobody can disown and which end with it. */
    private static List<String> asking(UUID requestId) {
        return Stream.of(Kind.PLEASE_CONFIRM, Kind.PERMISSION_REQUEST)
            .map((kind) -> kind.text + ":" + requestId)
            .toList();
    }

    private static Letter asking(SubscriptionRequested requested) {
        List<Item> items = requested.newsletters()
            .stream()
            .map((newsletter) -> new Item(newsletter.newsletterId(), newsletter.statement(), null))
            .toList();
        return new Letter(Kind.asking(requested.method()), requested.requestId().toString(), requested.subscriberId(),
                requested.subscriberId(), requested.language(), requested.occurredAt(), requested.expiresAt(),
                requested.privacyNotice(), requested.confirmationMail(), items.size(), items);
    }

    private static Letter welcome(ConsentGiven given, Duration welcomeWithin) {
        return new Letter(Kind.WELCOME, given.receiptNumber(), given.subscriberId(), given.subscriberId(),
                given.language(), given.occurredAt(), given.occurredAt().plus(welcomeWithin), given.privacyNotice(),
                null, given.receiptConsents(),
                List.of(new Item(given.newsletterId(), given.statement(), given.consentId())));
    }

    /** About the lent address, so that its lender knows what to take back. */
    private static Letter farewell(SubscriberErased erased, UUID contact) {
        return new Letter(Kind.ERASED, contact.toString(), erased.subscriberId(), contact, erased.language(),
                erased.occurredAt(), erased.occurredAt().plus(FAREWELL_WITHIN), null, null, 0, List.of());
    }

    /** The event tells no language: it is the contact's. */
    private static Letter requestReceived(RightsRequestReceived received) {
        return new Letter(Kind.REQUEST_RECEIVED, received.caseId().toString(), received.subscriberId(),
                received.subscriberId(), OF_THE_CONTACT, received.occurredAt(), received.dueAt(), null, null, 0,
                List.of());
    }

    private static Letter yourLink(AccessLinkRequested requested) {
        return new Letter(Kind.YOUR_LINK, requested.eventId().toString(), requested.subscriberId(),
                requested.subscriberId(), requested.language(), requested.occurredAt(), requested.expiresAt(), null,
                null, 0, List.of());
    }

    private static Letter confirmAddress(AddressChangeRequested requested) {
        return new Letter(Kind.CONFIRM_ADDRESS, requested.changeId().toString(), requested.subscriberId(),
                requested.contactId(), requested.language(), requested.occurredAt(), requested.expiresAt(), null, null,
                0, List.of());
    }

    private static Letter addressChanged(AddressChanged changed) {
        return new Letter(Kind.ADDRESS_CHANGED, changed.changeId().toString(), changed.subscriberId(),
                changed.formerContactId(), changed.language(), changed.occurredAt(), changed.occurredAt().plus(TELLING),
                null, null, 0, List.of());
    }

}
