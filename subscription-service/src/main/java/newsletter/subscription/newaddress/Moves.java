package newsletter.subscription.newaddress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.contact.LentAddresses;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.contact.Subscribers.Known;
import newsletter.subscription.newaddress.AddressChange.State;
import newsletter.subscription.signup.LetterBudgets;
import newsletter.subscription.signup.SubscriptionRequests;

/**
 * What the owner of the new mailbox decides. Each is one transaction under the lock on
 * the subscriber: pressing twice, or twenty times at once, does no more than once.
 */
@Service
class Moves {

    /** How long the former address is lent, for the letter that tells of the change. */
    static final Duration TELLING = Duration.ofDays(3);

    private final Subscribers subscribers;

    private final SubscriptionRequests requests;

    private final AddressChanges changes;

    private final LentAddresses addresses;

    private final LetterBudgets budgets;

    private final Clock clock;

    Moves(Subscribers subscribers, SubscriptionRequests requests, AddressChanges changes, LentAddresses addresses,
            LetterBudgets budgets, Clock clock) {
        this.subscribers = subscribers;
        this.requests = requests;
        this.changes = changes;
        this.addresses = addresses;
        this.budgets = budgets;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param taken whether the new mailbox has a subscription of its own
     */
    record View(State state, boolean taken, @Nullable Instant mutedUntil) {
    }

    /** Empty if there is no such change, or no such subscriber any more. */
    @Transactional(readOnly = true)
    Optional<View> look(Link link) {
        return find(link).map((change) -> {
            boolean taken = this.addresses.kept(change.contactId())
                .filter((address) -> this.subscribers.isTaken(address, change.subscriberId()))
                .isPresent();
            return new View(change.state(link.expiresAt(), this.clock.instant()), taken, change.mutedUntil());
        });
    }

    private Optional<AddressChange> find(Link link) {
        return this.changes.find(UUID.fromString(link.about()), link.subscriberId());
    }

    /** Nothing happens unless the change is open, and the address is nobody else's. */
    @Transactional
    void confirm(Link link) {
        this.subscribers.known(link.subscriberId())
            .ifPresent((known) -> open(link).ifPresent((change) -> this.addresses.kept(change.contactId())
                .filter((address) -> !this.subscribers.isTaken(address, known.id()))
                .ifPresent((address) -> move(known, change, address, this.clock.instant()))));
    }

    private Optional<AddressChange> open(Link link) {
        Instant now = this.clock.instant();
        return find(link).filter((change) -> change.state(link.expiresAt(), now) == State.OPEN);
    }

    private void move(Known known, AddressChange change, EmailAddress address, Instant now) {
        EmailAddress former = this.subscribers.address(known.id()).orElseThrow();
        // The letters that ask to confirm these are in the former mailbox.
        this.requests.lapseAll(known.id(), now);
        String commitment = this.subscribers.move(known.id(), address, now);
        this.addresses.takeBack(change.contactId());
        UUID formerContact = this.addresses.lend(former, known.language(), now, now.plus(TELLING));
        this.changes.change(change, formerContact, known.language(), commitment, now);
    }

    /** "This wasn't me": as with a sign-up, no more such letters for a time. */
    @Transactional
    void disown(Link link) {
        if (this.subscribers.lock(link.subscriberId())) {
            Instant now = this.clock.instant();
            open(link).ifPresent((change) -> tags(change).map((tags) -> this.budgets.mute(tags, now))
                .ifPresent((until) -> this.changes.disown(change, until, now)));
        }
    }

    /** Takes that back, as long as we still know the address. */
    @Transactional
    void allow(Link link) {
        if (this.subscribers.lock(link.subscriberId())) {
            find(link).filter((change) -> change.mutedUntil() != null)
                .ifPresent((change) -> tags(change).ifPresent((tags) -> {
                    this.budgets.unmute(tags);
                    this.changes.unmute(change);
                }));
        }
    }

    private Optional<List<byte[]>> tags(AddressChange change) {
        return this.addresses.kept(change.contactId()).map(this.subscribers::letterTags);
    }

}
