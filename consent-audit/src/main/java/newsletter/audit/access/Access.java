package newsletter.audit.access;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import newsletter.audit.person.People;
import newsletter.events.AuditEvent;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

/** Lets an officer look at a person, once the look is recorded. */
@Component
public class Access {

    private final People people;

    private final PersonViews views;

    private final Outbox outbox;

    private final AccessProperties properties;

    private final Clock clock;

    Access(People people, PersonViews views, Outbox outbox, AccessProperties properties, Clock clock) {
        this.people = people;
        this.views = views;
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Records a look, found or not, and the event that tells of it. When this returns,
     * both are committed; if it fails, there is no view to be shown.
     * @param form without errors
     */
    @Transactional
    public UUID record(LookForm form, String officer) {
        Instant now = this.clock.instant();
        String reason = form.chosen().orElseThrow().code();
        UUID found = find(form).orElse(null);
        var view = new PersonView(UUID.randomUUID(), found, officer, reason, form.caseText(), now);
        this.views.add(view);
        AuditEvent event = (found != null)
                ? new PersonViewed(UUID.randomUUID(), found, now, officer, reason, form.caseText())
                : new PersonNotFound(UUID.randomUUID(), now, officer, reason, form.caseText());
        // Two looks at one person have no order that matters: no lock is held.
        this.outbox.append(event.topic(), event.key(), EventJson.write(event));
        return view.id();
    }

    /**
     * A look that was recorded.
     * @throws ViewEnded if it is not this officer's, or too long ago
     */
    public PersonView open(UUID id, String officer) {
        return this.views.find(id)
            .filter((view) -> view.officer().equals(officer))
            .filter((view) -> this.clock.instant().isBefore(view.openedAt().plus(this.properties.viewLasts())))
            .orElseThrow(ViewEnded::new);
    }

    private Optional<UUID> find(LookForm form) {
        return form.isAddress() ? form.address().flatMap(this.people::withAddress)
                : this.people.withReceipt(form.entered());
    }

}
