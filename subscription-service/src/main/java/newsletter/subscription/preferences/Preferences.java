package newsletter.subscription.preferences;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.RequestedNewsletter;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.subscription.consent.Agreements;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.preferences.Past.PastRequest;
import newsletter.subscription.signup.Asked;
import newsletter.subscription.signup.KnownForm;

/**
 * What a person does on their page. Each is one transaction under the lock on their row:
 * pressing twice, or twenty times at once, does no more than pressing once.
 */
@Service
class Preferences {

    /** In this time the same boxes are the same wish, sent again by a double click. */
    static final Duration SAME_WISH = Duration.ofMinutes(10);

    private final Subscribers subscribers;

    private final Consents consents;

    private final Past past;

    private final KnownForm form;

    private final Clock clock;

    Preferences(Subscribers subscribers, Consents consents, Past past, KnownForm form, Clock clock) {
        this.subscribers = subscribers;
        this.consents = consents;
        this.past = past;
        this.form = form;
        this.clock = clock;
    }

    @Transactional
    void stop(UUID subscriberId, String newsletterId) {
        if (this.subscribers.lock(subscriberId)) {
            stop(this.consents.of(subscriberId), newsletterId, this.clock.instant());
        }
    }

    /** Ends every consent there is: all of them, or none. */
    @Transactional
    void stopEverything(UUID subscriberId) {
        if (this.subscribers.lock(subscriberId)) {
            Agreements agreed = this.consents.of(subscriberId);
            Instant now = this.clock.instant();
            agreed.live().stream().map(LiveConsent::newsletterId).forEach((id) -> stop(agreed, id, now));
        }
    }

    private void stop(Agreements agreed, String newsletterId, Instant now) {
        agreed.withdraw(newsletterId, WithdrawnBy.PREFERENCES, now).ifPresent(this.consents::withdraw);
    }

    /**
     * Asks for a letter that asks to confirm: the holder of the link may be a stranger.
     */
    @Transactional
    void ask(UUID subscriberId, Asked asked) {
        this.subscribers.address(subscriberId)
            .filter((address) -> !isAskedForJustNow(subscriberId, asked))
            .ifPresent((address) -> this.form.request(address, asked));
    }

    private boolean isAskedForJustNow(UUID subscriberId, Asked asked) {
        Instant now = this.clock.instant();
        Set<String> wanted = asked.newsletters()
            .stream()
            .map(RequestedNewsletter::newsletterId)
            .collect(Collectors.toSet());
        Map<UUID, List<PastRequest>> recent = this.past.requests(subscriberId)
            .stream()
            .filter((request) -> request.isOpen(now) && request.requestedAt().isAfter(now.minus(SAME_WISH)))
            .collect(Collectors.groupingBy(PastRequest::id));
        return recent.values()
            .stream()
            .map((boxes) -> boxes.stream().map(PastRequest::newsletterId).collect(Collectors.toSet()))
            .anyMatch(wanted::equals);
    }

}
