package newsletter.subscription.signup;

import java.util.List;

import newsletter.events.ConsentEvent.RequestedNewsletter;

/**
 * What a form was sent with: the boxes that were ticked, and the words that were shown,
 * by their hashes (C-04).
 */
public record Asked(List<RequestedNewsletter> newsletters, String privacyNotice, String confirmationMail,
        String language) {
}
