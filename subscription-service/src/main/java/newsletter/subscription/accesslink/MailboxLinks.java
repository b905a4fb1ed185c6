package newsletter.subscription.accesslink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.springframework.stereotype.Component;

import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;
import newsletter.subscription.consent.DeadLink;
import newsletter.subscription.consent.DeadLink.Reason;
import newsletter.subscription.contact.Subscribers;

/**
 * Tells who holds a link to the preferences: anybody whom a newsletter was passed on to,
 * or somebody who reads the mailbox at this hour (ADR 0021).
 */
@Component
public class MailboxLinks {

    private final SignedLinks links;

    /** How long each kind of link is good for, and so when it was made. */
    private static final Duration HOLDERS_TIME = Duration.ofDays(90);

    private final Subscribers subscribers;

    private final Clock clock;

    MailboxLinks(SignedLinks links, Subscribers subscribers, Clock clock) {
        this.links = links;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /** What a link shows of whoever holds it. */
    public enum Standing {

        /** It was asked for, sent to the mailbox, and its hour is not over. */
        OWNER,

        /** It is from a mail that may have been passed on. */
        HOLDER,

        /**
         * Its time is over, whichever it was; or it is in a mailbox that is no longer the
         * subscriber's.
         */
        EXPIRED

    }

    /** Whom a link is about, and who holds it. */
    public record Holder(UUID subscriberId, Standing standing) {
    }

    /**
     * Reads a token.
     * @throws DeadLink if it was forged, cut short, or made for something else
     */
    public Holder read(String token) {
        Link link = this.links.read(Action.PREFERENCES, token).orElseThrow(() -> new DeadLink(Reason.UNKNOWN));
        // A link of an owner that never ends was not made by us.
        Instant end = link.expiresAt();
        boolean owner = link.about().equals(SignedLinks.OWNER) && end != null;
        Instant madeAt = (end != null) ? end.minus(owner ? LinkLetters.VALIDITY : HOLDERS_TIME) : Instant.EPOCH;
        if (link.isExpired(this.clock.instant()) || this.subscribers.hasMovedSince(link.subscriberId(), madeAt)) {
            return new Holder(link.subscriberId(), Standing.EXPIRED);
        }
        return new Holder(link.subscriberId(), owner ? Standing.OWNER : Standing.HOLDER);
    }

}
