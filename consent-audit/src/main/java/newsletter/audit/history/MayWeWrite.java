package newsletter.audit.history;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

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
import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;

/**
 * Decides, from what a person did, which newsletters they may be sent, and why. The
 * latest consent to a newsletter is the one that counts: giving it ended all before it,
 * which no event of its own tells.
 */
final class MayWeWrite {

    private final Instant now;

    /** By newsletter: the latest. */
    private final Map<String, ConsentGiven> given = new LinkedHashMap<>();

    /** By consent, so that the end of an earlier one ends no later one. */
    private final Map<UUID, ConsentWithdrawn> withdrawn = new LinkedHashMap<>();

    /** By consent, as above. */
    private final Map<UUID, ConsentEnded> ended = new LinkedHashMap<>();

    private final Map<String, SubscriptionRequested> asked = new LinkedHashMap<>();

    private final Map<UUID, RequestDisowned> disowned = new LinkedHashMap<>();

    /** The latest, unless it was ended. */
    private @Nullable DeliveriesPaused pause;

    private @Nullable SubscriberErased erased;

    /** What is kept and not used, whatever was agreed to. */
    private @Nullable ProcessingRestricted restricted;

    private @Nullable RestrictionLifted lifted;

    private MayWeWrite(Instant now) {
        this.now = now;
    }

    /** Why we may, or may not. */
    sealed interface Answer {

        String newsletterId();

    }

    /** A live consent. */
    record Yes(String newsletterId, ConsentGiven consent) implements Answer {
    }

    /** A live consent that may not be used: what we hold of the person is restricted. */
    record Restricted(String newsletterId, ConsentGiven consent, ProcessingRestricted restriction) implements Answer {
    }

    /** The latest consent was withdrawn. */
    record Withdrawn(String newsletterId, ConsentGiven consent, ConsentWithdrawn withdrawal) implements Answer {
    }

    /** The latest consent was ended by us. */
    record Ended(String newsletterId, ConsentGiven consent, ConsentEnded end) implements Answer {
    }

    /** Nobody can be reached any more. */
    record Erased(String newsletterId, SubscriberErased erasure) implements Answer {
    }

    /** The latest consent was valid for a time, and that is over. */
    record Expired(String newsletterId, ConsentGiven consent) implements Answer {
    }

    /** A live consent, and no newsletters are wanted before a day. */
    record Paused(String newsletterId, ConsentGiven consent, DeliveriesPaused pause) implements Answer {
    }

    /** Asked for, and the owner of the mailbox said that it was not them. */
    record Disowned(String newsletterId, SubscriptionRequested request, RequestDisowned disowning) implements Answer {
    }

    /** Asked for, and not confirmed; once expired it no longer can be. */
    record NeverConfirmed(String newsletterId, SubscriptionRequested request, boolean expired) implements Answer {
    }

    /** One answer for each newsletter that the person ever asked for, in that order. */
    static List<Answer> decide(List<? extends ConsentEvent> history, Instant now) {
        var decision = new MayWeWrite(now);
        history.forEach(decision::take);
        return decision.answers();
    }

    private void take(ConsentEvent event) {
        switch (event) {
            case SubscriptionRequested requested -> {
                for (RequestedNewsletter newsletter : requested.newsletters()) {
                    this.asked.merge(newsletter.newsletterId(), requested, MayWeWrite::later);
                }
            }
            case ConsentGiven consent -> this.given.merge(consent.newsletterId(), consent, MayWeWrite::later);
            case ConsentWithdrawn withdrawal -> this.withdrawn.putIfAbsent(withdrawal.consentId(), withdrawal);
            case RequestDisowned disowning -> this.disowned.put(disowning.requestId(), disowning);
            case ConsentEnded end -> this.ended.putIfAbsent(end.consentId(), end);
            // The one changes nothing about the request, and the clock tells of the
            // others.
            case DisowningRevoked _, RequestLapsed _, ConsentExpired _ -> {
            }
            case AccessLinkRequested _, DataExported _, EvidenceRecorded _, RenewalReminded _ -> {
            }
            case AddressChangeRequested _, AddressChangeLapsed _, AddressChanged _, LanguageChanged _ -> {
            }
            case DeliveriesPaused pause -> this.pause = pause;
            case DeliveriesResumed _ -> this.pause = null;
            case ProcessingRestricted restriction ->
                this.restricted = (this.restricted != null) ? later(this.restricted, restriction) : restriction;
            case RestrictionLifted lifting -> {
                this.lifted = (this.lifted != null) ? later(this.lifted, lifting) : lifting;
            }
            case RightsRequestReceived _, RightsRequestAcknowledged _, RightsRequestClosed _ -> {
            }
            case SubscriberErased erasure -> this.erased = erasure;
            case SuppressionAdded _, SuppressionLifted _ -> {
            }
        }
    }

    /** Of two at once, the one that was told later. */
    private static <E extends ConsentEvent> E later(E one, E other) {
        return other.occurredAt().isBefore(one.occurredAt()) ? one : other;
    }

    private List<Answer> answers() {
        Set<String> newsletters = new LinkedHashSet<>(this.asked.keySet());
        newsletters.addAll(this.given.keySet());
        return newsletters.stream().map(this::answer).toList();
    }

    private Answer answer(String newsletterId) {
        ConsentGiven latest = this.given.get(newsletterId);
        SubscriberErased erasure = this.erased;
        if (latest == null && erasure != null) {
            return new Erased(newsletterId, erasure);
        }
        if (latest == null) {
            SubscriptionRequested request = Objects.requireNonNull(this.asked.get(newsletterId));
            RequestDisowned disowning = this.disowned.get(request.requestId());
            return (disowning != null) ? new Disowned(newsletterId, request, disowning)
                    : new NeverConfirmed(newsletterId, request, !this.now.isBefore(request.expiresAt()));
        }
        ConsentWithdrawn withdrawal = this.withdrawn.get(latest.consentId());
        if (withdrawal != null) {
            return new Withdrawn(newsletterId, latest, withdrawal);
        }
        ConsentEnded end = this.ended.get(latest.consentId());
        if (end != null) {
            return new Ended(newsletterId, latest, end);
        }
        if (erasure != null) {
            return new Erased(newsletterId, erasure);
        }
        if (!this.now.isBefore(latest.validUntil())) {
            return new Expired(newsletterId, latest);
        }
        ProcessingRestricted restriction = this.restricted;
        if (restriction != null
                && (this.lifted == null || this.lifted.occurredAt().isBefore(restriction.occurredAt()))) {
            return new Restricted(newsletterId, latest, restriction);
        }
        return (this.pause != null && this.now.isBefore(this.pause.until()))
                ? new Paused(newsletterId, latest, this.pause) : new Yes(newsletterId, latest);
    }

}
