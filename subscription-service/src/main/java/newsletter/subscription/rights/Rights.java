package newsletter.subscription.rights;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.Right;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.personaldata.AddressCipher;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.contact.Subscribers;

/**
 * What a resident asks for. Each is one transaction under the lock on their row; what we
 * can do at once is done in it.
 */
@Service
@Transactional
public class Rights {

    /** More in a day come from somebody who leans on a button, and each is a letter. */
    static final int A_DAY = 5;

    /** Who closes what is done at once. */
    static final String NOBODY = "service";

    private final Subscribers subscribers;

    private final Consents consents;

    private final Cases cases;

    private final Restrictions restrictions;

    private final AddressCipher cipher;

    private final Outbox outbox;

    private final Clock clock;

    Rights(Subscribers subscribers, Consents consents, Cases cases, Restrictions restrictions, AddressCipher cipher,
            Outbox outbox, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.cases = cases;
        this.restrictions = restrictions;
        this.cipher = cipher;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Stops everything at once (GDPR, Article 21). That is the answer, too. */
    void object(UUID subscriberId, String form) {
        if (!this.subscribers.lock(subscriberId)) {
            return;
        }
        Instant now = this.clock.instant();
        Agreements agreed = this.consents.of(subscriberId);
        // However often somebody asks, and whether there is a new case or not.
        Optional<Case> opened = open(subscriberId, Right.OBJECTION, form, null, now);
        agreed.live()
            .stream()
            .map(LiveConsent::newsletterId)
            .flatMap((newsletter) -> agreed.withdraw(newsletter, WithdrawnBy.OBJECTION, now).stream())
            .forEach(this.consents::withdraw);
        opened.flatMap((one) -> one.close("fulfilled", now)).ifPresent((closed) -> {
            this.cases.update(closed);
            tell(new RightsRequestClosed(UUID.randomUUID(), subscriberId, now, closed.caseId(), NOBODY, "fulfilled"));
        });
    }

    /** Keeps all of it and uses none (GDPR, Article 18), until an officer lifts that. */
    void restrict(UUID subscriberId, String form) {
        if (this.subscribers.lock(subscriberId) && this.restrictions.since(subscriberId).isEmpty()) {
            Instant now = this.clock.instant();
            UUID caseId = open(subscriberId, Right.RESTRICTION, form, null, now).map(Case::caseId)
                .orElseGet(UUID::randomUUID);
            this.restrictions.add(new ProcessingRestricted(UUID.randomUUID(), subscriberId, now, caseId));
        }
    }

    /**
     * Keeps what somebody has to say for an officer to read.
     * @return false if there were too many today: nothing is kept
     */
    boolean complain(UUID subscriberId, String form, String words) {
        if (!this.subscribers.lock(subscriberId)) {
            return false;
        }
        return open(subscriberId, Right.COMPLAINT, form, words, this.clock.instant()).isPresent()
                || this.cases.find(caseId(subscriberId, Right.COMPLAINT, form)).isPresent();
    }

    /** Empty if there was this one before, or too many today. */
    private Optional<Case> open(UUID subscriberId, Right right, String form, @Nullable String words, Instant now) {
        if (this.cases.countSince(subscriberId, now.minus(Duration.ofDays(1))) >= A_DAY) {
            return Optional.empty();
        }
        Case one = Case.received(caseId(subscriberId, right, form), subscriberId, right, now);
        if (!this.cases.add(one, (words != null) ? this.cipher.encryptWords(one.caseId(), words) : null)) {
            return Optional.empty();
        }
        tell(new RightsRequestReceived(UUID.randomUUID(), subscriberId, now, one.caseId(), right, one.dueAt()));
        return Optional.of(one);
    }

    /** The same form, sent twice, is the same case; nobody can name another's. */
    private static UUID caseId(UUID subscriberId, Right right, String form) {
        return UUID.nameUUIDFromBytes((subscriberId + " " + right + " " + form).getBytes(StandardCharsets.UTF_8));
    }

    private void tell(ConsentEvent event) {
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

    /**
     * Since when what we hold of the person is kept and not used; empty if it is used.
     */
    @Transactional(readOnly = true)
    public Optional<Instant> restrictedSince(UUID subscriberId) {
        return this.restrictions.since(subscriberId);
    }

    /**
     * A case as its person sees it.
     *
     * @param words what they wrote
     */
    public record OwnCase(String caseNumber, Right right, Instant receivedAt, Instant dueAt, @Nullable String words,
            @Nullable Instant acknowledgedAt, @Nullable String extendedFor, @Nullable String stoppedFor,
            @Nullable Instant closedAt, @Nullable String outcome) {
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<OwnCase> of(UUID subscriberId) {
        return this.cases.of(subscriberId)
            .stream()
            .map((one) -> new OwnCase(one.number(), one.kind(), one.receivedAt(), one.dueAt(),
                    words(one.caseId()).orElse(null), one.acknowledgedAt(), one.extendedFor(), one.stoppedFor(),
                    one.closedAt(), one.outcome()))
            .toList();
    }

    @Transactional(readOnly = true)
    Optional<String> words(UUID caseId) {
        return this.cases.words(caseId).map((words) -> this.cipher.decryptWords(caseId, words));
    }

}
