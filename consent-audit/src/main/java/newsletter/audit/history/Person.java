package newsletter.audit.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import newsletter.audit.checkpoint.Checkpoint;
import newsletter.personaldata.EmailAddress;

/**
 * What an officer is shown of a person.
 *
 * @param address what is held; empty if it was erased
 * @param bound whether every consent is bound to that very address
 * @param checkpoint what all was checked against
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType")
public record Person(UUID subscriberId, Optional<EmailAddress> address, boolean bound, List<Answer> answers,
        List<Moment> moments, Optional<Checkpoint> checkpoint) {

    /** Whether anything at all is not as it was signed. */
    public boolean isTampered() {
        return this.moments.stream()
            .anyMatch((moment) -> moment.standing().isBroken()
                    || moment.wordings().stream().anyMatch((wording) -> !wording.genuine()));
    }

    /** Not the address: what is printed ends up in a log. */
    @Override
    public String toString() {
        return "the history of " + this.subscriberId;
    }

}
