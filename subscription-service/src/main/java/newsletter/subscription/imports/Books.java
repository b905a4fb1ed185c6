package newsletter.subscription.imports;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Service;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.outbox.Outbox.Telling;
import newsletter.subscription.consent.Consents;
import newsletter.subscription.signup.SubscriptionRequest;
import newsletter.subscription.signup.SubscriptionRequests;

/** Writes down what a batch comes to, and tells it: in the caller’s transaction. */
@Service
class Books {

    private final SubscriptionRequests requests;

    private final Consents consents;

    private final Standings standings;

    private final Outbox outbox;

    Books(SubscriptionRequests requests, Consents consents, Standings standings, Outbox outbox) {
        this.requests = requests;
        this.consents = consents;
        this.standings = standings;
        this.outbox = outbox;
    }

    /**
     * What a batch comes to.
     *
     * @param events of each person in the order in which they happened
     * @param asked who was asked for which newsletters, by keyed tag
     */
    record Entries(Instant now, List<SubscriptionRequest> requests, List<ConsentGiven> given, List<ConsentEvent> events,
            Map<ByteBuffer, Set<String>> asked) {
    }

    void enter(Entries entries) {
        this.requests.addAll(entries.requests());
        this.consents.giveAll(entries.given());
        this.standings.remember(entries.asked(), entries.now());
        this.outbox.appendAll(entries.events()
            .stream()
            .map((event) -> new Telling(event.topic(), event.key(), EventJson.write(event)))
            .toList());
    }

}
