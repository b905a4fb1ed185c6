package newsletter.subscription.signup;

import java.time.Instant;
import java.util.UUID;

import newsletter.events.ConsentEvent.EvidenceRecorded;

/**
 * How somebody asked who did not fill in our form themselves (C-15).
 *
 * @param method {@code phone} or {@code paper-form}
 * @param collectedAt when they said so
 * @param collector the sign-in name of the member of staff
 * @param script the version of what was read out or printed
 * @param evidence where the recording or the paper is found
 */
public record Assistance(String method, Instant collectedAt, String collector, String script, String evidence) {

    EvidenceRecorded event(SubscriptionRequest request) {
        return new EvidenceRecorded(UUID.randomUUID(), request.subscriberId(), request.requestedAt(), request.id(),
                this.collectedAt, this.collector, this.script, this.evidence);
    }

}
