package newsletter.subscription.confirmation;

import java.time.Instant;
import java.util.List;

import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.subscription.consent.LiveConsent;
import newsletter.subscription.signup.SubscriptionRequest;

/**
 * What a press of the button does.
 *
 * @param replaced consents that no longer hold for what was asked
 * @param given one for each newsletter that was not consented to already
 */
record Confirmed(SubscriptionRequest request, Instant at, List<LiveConsent> replaced, List<ConsentGiven> given) {
}
