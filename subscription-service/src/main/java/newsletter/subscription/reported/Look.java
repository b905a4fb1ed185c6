package newsletter.subscription.reported;

import java.time.Instant;

/**
 * An officer was shown what is known of a person.
 *
 * @param by a role: the case number leads to who it was, for those who may know
 * @param reason {@code subject-access-request} and so on, from the officers' list
 */
public record Look(Instant at, String by, String reason, String caseNumber) {
}
