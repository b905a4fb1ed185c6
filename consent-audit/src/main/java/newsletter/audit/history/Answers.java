package newsletter.audit.history;

import newsletter.audit.history.MayWeWrite.Disowned;
import newsletter.audit.history.MayWeWrite.Ended;
import newsletter.audit.history.MayWeWrite.Erased;
import newsletter.audit.history.MayWeWrite.Expired;
import newsletter.audit.history.MayWeWrite.NeverConfirmed;
import newsletter.audit.history.MayWeWrite.Paused;
import newsletter.audit.history.MayWeWrite.Restricted;
import newsletter.audit.history.MayWeWrite.Withdrawn;
import newsletter.audit.history.MayWeWrite.Yes;
import newsletter.audit.history.PersonHistory.Answer;
import newsletter.events.ConsentEvent.EndedBecause;

/** Puts into words whether we may write, and why. */
final class Answers {

    private final Catalogue catalogue;

    private final CityTime time;

    Answers(Catalogue catalogue, CityTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    Answer tell(MayWeWrite.Answer answer) {
        return new Answer(this.catalogue.name(answer.newsletterId()), answer instanceof Yes, why(answer));
    }

    private String why(MayWeWrite.Answer answer) {
        return switch (answer) {
            case Yes yes -> "Consent was confirmed on %s, has not been withdrawn, and is valid until %s. Receipt %s."
                .formatted(this.time.of(yes.consent().occurredAt()), this.time.day(yes.consent().validUntil()),
                        yes.consent().receiptNumber());
            case Restricted no ->
                ("Consent was confirmed on %s, and on %s what we hold of the person was restricted: it is "
                        + "kept and not used until that is lifted.")
                    .formatted(this.time.of(no.consent().occurredAt()), this.time.of(no.restriction().occurredAt()));
            case Withdrawn no -> "Consent was withdrawn on %s. It had been confirmed on %s."
                .formatted(this.time.of(no.withdrawal().occurredAt()), this.time.of(no.consent().occurredAt()));
            case Erased no -> "The person was erased on %s.".formatted(this.time.of(no.erasure().occurredAt()));
            case Ended no when no.end().because() == EndedBecause.UNDELIVERABLE ->
                "Consent was confirmed on %s. On %s the mailbox was found not to exist."
                    .formatted(this.time.of(no.consent().occurredAt()), this.time.of(no.end().occurredAt()));
            case Ended no -> "Consent was confirmed on %s. On %s the newsletter was closed."
                .formatted(this.time.of(no.consent().occurredAt()), this.time.of(no.end().occurredAt()));
            case Paused no ->
                ("Consent was confirmed on %s and still holds. On %s all newsletters were paused until %s, "
                        + "so none is sent before that day. Letters about the consent itself may be sent.")
                    .formatted(this.time.of(no.consent().occurredAt()), this.time.of(no.pause().occurredAt()),
                            this.time.day(no.pause().until()));
            case Expired no -> "Consent was confirmed on %s and expired on %s."
                .formatted(this.time.of(no.consent().occurredAt()), this.time.of(no.consent().validUntil()));
            case Disowned no -> "It was asked for on %s. On %s the owner of the mailbox said that it was not them."
                .formatted(this.time.of(no.request().occurredAt()), this.time.of(no.disowning().occurredAt()));
            case NeverConfirmed no when no.expired() ->
                "It was asked for on %s and never confirmed. The request lapsed on %s."
                    .formatted(this.time.of(no.request().occurredAt()), this.time.of(no.request().expiresAt()));
            case NeverConfirmed no -> ("It was asked for on %s and is not confirmed. Only the letter that asks for "
                    + "confirmation may be sent. The request lapses on %s.")
                .formatted(this.time.of(no.request().occurredAt()), this.time.of(no.request().expiresAt()));
        };
    }

}
