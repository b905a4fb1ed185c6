package newsletter.audit.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.SubscriptionRequested;

/**
 * May we write to this person now, and why.
 *
 * @param newsletter its name
 */
public record Answer(String newsletter, boolean yes, String why) {

    /**
     * One answer for each newsletter that the person ever had to do with.
     * @param events in the order they happened
     */
    static List<Answer> of(List<ConsentEvent> events, Wordings wordings, Instant now, Times times) {
        Map<String, Answer> answers = new TreeMap<>();
        for (ConsentEvent event : events) {
            switch (event) {
                case SubscriptionRequested requested ->
                    requested.newsletters()
                        .forEach((asked) -> answers.putIfAbsent(asked.newsletterId(),
                                new Answer(wordings.nameOf(asked.newsletterId()), false,
                                        "It was asked for, and never confirmed.")));
                case ConsentGiven given -> answers.put(given.newsletterId(), given(given, wordings, now, times));
                case ConsentWithdrawn withdrawn ->
                    answers.put(withdrawn.newsletterId(), new Answer(wordings.nameOf(withdrawn.newsletterId()), false,
                            "Consent was withdrawn on %s.".formatted(times.day(withdrawn.occurredAt()))));
            }
        }
        return new ArrayList<>(answers.values());
    }

    private static Answer given(ConsentGiven given, Wordings wordings, Instant now, Times times) {
        String name = wordings.nameOf(given.newsletterId());
        if (!now.isBefore(given.validUntil())) {
            return new Answer(name, false, "Consent expired on %s.".formatted(times.day(given.validUntil())));
        }
        return new Answer(name, true, "Consent was given on %s under receipt %s, and is good until %s."
            .formatted(times.day(given.occurredAt()), given.receiptNumber(), times.day(given.validUntil())));
    }

}
