package newsletter.subscription.preferences;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import newsletter.subscription.preferences.Past.PastConsent;
import newsletter.subscription.preferences.Past.PastRequest;

/** Tells what happened, the last thing first. */
final class History {

    private final Instant now;

    private final List<Moment> moments = new ArrayList<>();

    private History(Instant now) {
        this.now = now;
    }

    /** What can happen. */
    enum What {

        /** Somebody entered the address, and the button can still be pressed. */
        WAITING,

        /** Somebody entered the address. */
        ASKED,

        /** We asked whether they still want what they had agreed to. */
        ASKED_TO_RENEW,

        /** The button was pressed. */
        CONFIRMED,

        /** It was pressed for what we had asked. */
        RENEWED,

        /** It was pressed for what was agreed to already. */
        CONFIRMED_AGAIN,

        ONE_CLICK, UNSUBSCRIBE_PAGE, PREFERENCES,

        /** A new consent took its place. */
        REPLACED,

        /** It ended in a way that has no words here. */
        ENDED,

        /** Its time was over. */
        RAN_OUT,

        /** No newsletters before a day, or again before that day. */
        PAUSED, RESUMED,

        /** Letters are written in another one. */
        LANGUAGE,

        /** Another address was entered. */
        MOVE_ASKED,

        /** It was not confirmed. */
        MOVE_ENDED,

        /** It was. */
        MOVED

    }

    /**
     * One thing that happened.
     *
     * @param newsletters their names
     * @param receiptNumber of what was confirmed
     * @param until the day to which newsletters were put off
     * @param language the new one
     */
    record Moment(What what, Instant at, List<String> newsletters, @Nullable String receiptNumber,
            @Nullable Instant until, @Nullable String language) {

        Moment(What what, Instant at, List<String> newsletters, @Nullable String receiptNumber) {
            this(what, at, newsletters, receiptNumber, null, null);
        }

    }

    /**
     * Tells of what these say.
     * @param changes what has changed beside consent
     */
    static List<Moment> of(List<PastRequest> requests, List<PastConsent> consents, List<Moment> changes, Instant now) {
        var history = new History(now);
        history.moments.addAll(changes);
        Map<UUID, List<PastRequest>> byRequest = requests.stream()
            .collect(Collectors.groupingBy(PastRequest::id, LinkedHashMap::new, Collectors.toList()));
        byRequest.values().forEach((boxes) -> history.tell(boxes, consents));
        history.tellOfOthers(consents, byRequest);
        history.tellOfEnds(consents);
        // Of two at the same moment the later one is told first: it was added last.
        return history.moments.reversed().stream().sorted(Comparator.comparing(Moment::at).reversed()).toList();
    }

    private void tell(List<PastRequest> boxes, List<PastConsent> consents) {
        PastRequest request = boxes.getFirst();
        List<String> names = boxes.stream().map(PastRequest::newsletter).toList();
        add(asked(request), request.requestedAt(), names, null);
        Instant confirmed = request.confirmedAt();
        if (confirmed == null) {
            return;
        }
        List<String> given = consents.stream()
            .filter((consent) -> answers(consent, request))
            .map(PastConsent::newsletter)
            .toList();
        if (given.isEmpty()) {
            add(What.CONFIRMED_AGAIN, confirmed, names, null);
        }
        else {
            add(request.isRenewal() ? What.RENEWED : What.CONFIRMED, confirmed, given, request.receiptNumber());
        }
    }

    private What asked(PastRequest request) {
        if (request.isRenewal()) {
            return What.ASKED_TO_RENEW;
        }
        return request.isOpen(this.now) ? What.WAITING : What.ASKED;
    }

    private static boolean answers(PastConsent consent, PastRequest request) {
        return consent.requestId().equals(request.id()) && consent.givenAt().equals(request.confirmedAt());
    }

    /** Consents to the words of a request, at another moment than its confirmation. */
    private void tellOfOthers(List<PastConsent> consents, Map<UUID, List<PastRequest>> requests) {
        consents.stream()
            .filter((consent) -> requests.getOrDefault(consent.requestId(), List.of())
                .stream()
                .noneMatch((request) -> answers(consent, request)))
            .forEach((consent) -> add(What.CONFIRMED, consent.givenAt(), List.of(consent.newsletter()), null));
    }

    private void tellOfEnds(List<PastConsent> consents) {
        Map<List<?>, List<String>> ends = new LinkedHashMap<>();
        for (PastConsent consent : consents) {
            end(consent)
                .forEach((end) -> ends.computeIfAbsent(end, (_) -> new ArrayList<>()).add(consent.newsletter()));
        }
        ends.forEach((end, names) -> add((What) end.getLast(), (Instant) end.getFirst(), names, null));
    }

    /**
     * When and how, together with all that ended so: stopping everything is one thing.
     */
    private Stream<List<?>> end(PastConsent consent) {
        if (consent.endedAt() != null && !"EXPIRED".equals(consent.endedBy())) {
            return Stream.of(List.of(consent.endedAt(), how(Objects.requireNonNull(consent.endedBy()))));
        }
        return this.now.isBefore(consent.validUntil()) ? Stream.empty()
                : Stream.of(List.of(consent.validUntil(), What.RAN_OUT));
    }

    private static What how(String endedBy) {
        return switch (endedBy) {
            case "ONE_CLICK" -> What.ONE_CLICK;
            case "UNSUBSCRIBE_PAGE" -> What.UNSUBSCRIBE_PAGE;
            case "PREFERENCES" -> What.PREFERENCES;
            case "REPLACED" -> What.REPLACED;
            default -> What.ENDED;
        };
    }

    private void add(What what, Instant at, List<String> newsletters, @Nullable String receiptNumber) {
        this.moments.add(new Moment(what, at, newsletters, receiptNumber));
    }

}
