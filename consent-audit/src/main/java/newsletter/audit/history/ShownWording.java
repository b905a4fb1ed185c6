package newsletter.audit.history;

import newsletter.events.NewsletterPublished.Wording;

/**
 * A wording as it was shown to a person.
 *
 * @param title what it is
 * @param genuine whether the text still has the hash that the consent names
 */
public record ShownWording(String title, Wording wording, boolean genuine) {
}
