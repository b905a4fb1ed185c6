package newsletter.subscription.signup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import newsletter.events.ConsentEvent.RequestedNewsletter;

/**
 * What an address was sent lately because of forms. Decides whether it may be sent more:
 * a form may not be a way to flood a mailbox.
 *
 * @param mutedUntil absent if its owner never said that they had not asked
 */
record LetterBudget(Instant now, @Nullable Instant mutedUntil, List<Sent> sent) {

    /** In this time letters are counted. */
    static final Duration DAY = Duration.ofHours(24);

    /** One letter. */
    record Sent(String newsletters, boolean addsNothing, Instant sentAt) {
    }

    /**
     * Not more than so many in a day, not the same twice in a short time, and none while
     * it is muted. To a person who takes all of these newsletters already one is sent
     * once a day (C-19): confirming would change nothing, but they learn that somebody
     * typed their address.
     */
    boolean allows(SubscriptionRequest request, SignUpProperties limits) {
        return allows(newsletters(request), request.addsNothing(), limits);
    }

    /** The same for a letter about something else. */
    boolean allows(String what, boolean addsNothing, SignUpProperties limits) {
        if (this.mutedUntil != null && this.now.isBefore(this.mutedUntil)) {
            return false;
        }
        List<Sent> today = since(DAY);
        return today.size() < limits.lettersADay()
                && since(limits.sameLetterAfter()).stream().map(Sent::newsletters).noneMatch(what::equals)
                && !(addsNothing && today.stream().anyMatch(Sent::addsNothing));
    }

    private List<Sent> since(Duration time) {
        return this.sent.stream().filter((letter) -> letter.sentAt().isAfter(this.now.minus(time))).toList();
    }

    /** The same for the same boxes, in whatever order they were ticked. */
    static String newsletters(SubscriptionRequest request) {
        return request.asked()
            .newsletters()
            .stream()
            .map(RequestedNewsletter::newsletterId)
            .sorted()
            .collect(Collectors.joining(" "));
    }

}
