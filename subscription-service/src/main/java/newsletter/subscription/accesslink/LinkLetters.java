package newsletter.subscription.accesslink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.contact.Subscribers.Known;

/** Finds out whom a wish is about, and whether they get a letter. */
@Service
public class LinkLetters {

    /** The letter says so too, and is not sent later. */
    static final Duration VALIDITY = Duration.ofHours(1);

    private final LinkWishes wishes;

    private final AccessLinks links;

    private final Subscribers subscribers;

    private final Clock clock;

    LinkLetters(LinkWishes wishes, AccessLinks links, Subscribers subscribers, Clock clock) {
        this.wishes = wishes;
        this.links = links;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /**
     * Answers one wish; false if there was none. If that fails, the wish is still there.
     */
    @Transactional
    boolean answerNext() {
        Optional<byte[]> tag = this.wishes.take();
        // Locks the subscriber, which makes the count of letters exact.
        tag.flatMap(this.subscribers::find).filter((known) -> this.links.hasAgreed(known.id())).ifPresent(this::answer);
        return tag.isPresent();
    }

    /**
     * Has a link sent to a subscriber's own mailbox, for the holder of an older one.
     */
    @Transactional
    public void sendTo(UUID subscriberId) {
        this.subscribers.known(subscriberId)
            .filter((known) -> this.links.hasAgreed(known.id()))
            .ifPresent(this::answer);
    }

    private void answer(Known known) {
        Instant now = this.clock.instant();
        if (this.links.budget(known.id(), now).allowsOneMore(now)) {
            this.links
                .add(new AccessLinkRequested(UUID.randomUUID(), known.id(), now, known.language(), now.plus(VALIDITY)));
        }
    }

    void forget() {
        this.links.forget(this.clock.instant());
    }

}
