package newsletter.personaldata;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a link in a mail carries instead of a stored secret: who may do what, sealed. The
 * mailer makes them, subscription-service accepts them, and one made for one action is
 * good for no other.
 */
public final class SignedLinks {

    /**
     * What a link to the preferences is about that somebody asked for: for an hour it
     * shows that its holder reads the mailbox, which one from a newsletter does not.
     */
    public static final String OWNER = "owner";

    private final Seal seal;

    public SignedLinks(Seal seal) {
        this.seal = seal;
    }

    /** What a link lets its holder do. */
    public enum Action {

        /** Confirm a request; {@code about} is the request's id. */
        CONFIRM,

        /**
         * See and end what one agreed to, and ask for more; {@code about} is
         * {@code subscriber}, whom it names, or {@link SignedLinks#OWNER}.
         */
        PREFERENCES,

        /**
         * Have a subscriber reached at the mailbox that the link was sent to;
         * {@code about} is the change's id.
         */
        CHANGE_ADDRESS,

        /**
         * Leave a newsletter; {@code about} is the newsletter's id. Never expires.
         */
        UNSUBSCRIBE,

        /**
         * See what one agreed to; {@code about} is the receipt's number. Never expires: a
         * receipt is good for as long as somebody keeps it.
         */
        RECEIPT

    }

    /**
     * A link's meaning.
     *
     * @param about what it is about, as its action says; has no space
     * @param expiresAt to the second; absent if it never does
     */
    public record Link(Action action, UUID subscriberId, String about, @Nullable Instant expiresAt) {

        public boolean isExpired(Instant now) {
            return this.expiresAt != null && !now.isBefore(this.expiresAt);
        }

    }

    /** The token that stands for a link, safe in a URL's path. */
    public String token(Link link) {
        String expiry = (link.expiresAt() != null) ? Long.toString(link.expiresAt().getEpochSecond()) : "-";
        return this.seal.seal(purpose(link.action()), link.subscriberId() + " " + expiry + " " + link.about());
    }

    /**
     * What a token stands for, expired or not; empty if it was forged, cut short, or made
     * for another action.
     */
    public Optional<Link> read(Action action, String token) {
        return this.seal.open(purpose(action), token).flatMap((text) -> parse(action, text));
    }

    private static Optional<Link> parse(Action action, String text) {
        String[] parts = text.split(" ", 3);
        if (parts.length < 3) {
            return Optional.empty();
        }
        try {
            Instant expiresAt = parts[1].equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(parts[1]));
            return Optional.of(new Link(action, UUID.fromString(parts[0]), parts[2], expiresAt));
        }
        catch (IllegalArgumentException | DateTimeException ex) {
            return Optional.empty();
        }
    }

    private static String purpose(Action action) {
        return "link:" + action.name().toLowerCase(Locale.ROOT);
    }

}
