package newsletter.audit.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.person.People;
import newsletter.events.AuditEvent;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;
import newsletter.personaldata.EmailAddress;

/**
 * Finds a person for an officer. The look is written down in the same transaction, so
 * that whoever has an answer from here has left a trace.
 */
@Service
class Lookup {

    private final People people;

    private final Outbox outbox;

    private final Clock clock;

    Lookup(People people, Outbox outbox, Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Optional<UUID> find(FindForm form, String officer) {
        Optional<UUID> found = EmailAddress.parse(form.searched())
            .flatMap(this.people::withAddress)
            .or(() -> this.people.withReceipt(form.searched()));
        record(found, form, officer);
        return found;
    }

    private void record(Optional<UUID> found, FindForm form, String officer) {
        UUID eventId = UUID.randomUUID();
        AuditEvent event = found
            .<AuditEvent>map((subscriber) -> new PersonViewed(eventId, subscriber, this.clock.instant(), officer,
                    form.why(), form.file()))
            .orElseGet(() -> new PersonNotFound(eventId, this.clock.instant(), officer, form.why(), form.file()));
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
    }

}
