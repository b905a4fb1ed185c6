package newsletter.audit.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.audit.Residents;
import newsletter.audit.TableTest;
import newsletter.audit.Tampering;
import newsletter.audit.Told;
import newsletter.audit.ingest.Batches;
import newsletter.audit.person.People;
import newsletter.events.AuditEvent;
import newsletter.events.AuditEvent.PersonNotFound;
import newsletter.events.AuditEvent.PersonViewed;
import newsletter.events.EventJson;
import newsletter.outbox.Outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class AccessTests {

    private final Told told = new Told();

    private final String address = "p-" + this.told.subscriberId + "@example.org";

    /** Nobody else's looks. */
    private final String officer = "dpo-" + this.told.subscriberId;

    @Autowired
    private Access access;

    @Autowired
    private PersonViews views;

    @Autowired
    private People people;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Residents residents;

    @Autowired
    private Batches batches;

    @Autowired
    private Tampering tampering;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLookIsToldBeforeAnythingIsShown() {
        this.residents.signUp(this.told.subscriberId, this.address);
        UUID id = look(this.address);
        PersonView view = this.access.open(id, this.officer);
        assertThat(view.subscriberId()).isEqualTo(this.told.subscriberId);
        assertThat(view.reasonText()).isEqualTo("Complaint");
        assertThat(toldEvents()).singleElement().isInstanceOfSatisfying(PersonViewed.class, (viewed) -> {
            assertThat(viewed.subscriberId()).isEqualTo(this.told.subscriberId);
            assertThat(viewed.reason()).isEqualTo("complaint");
            assertThat(viewed.caseNumber()).isEqualTo("C-17");
            assertThat(viewed.occurredAt()).isEqualTo(view.openedAt());
        });
    }

    @Test
    void aLookAtNobodyIsToldWithoutTheAddress() {
        UUID id = look(this.address);
        assertThat(this.access.open(id, this.officer).subscriberId()).isNull();
        assertThat(toldEvents()).singleElement().isInstanceOf(PersonNotFound.class);
        assertThat(payloads()).noneMatch((payload) -> payload.contains("@"));
    }

    @Test
    void aReceiptFindsItsHolder() {
        this.batches.take(this.told.given());
        UUID id = look(" " + this.told.receiptNumber + " ");
        assertThat(this.access.open(id, this.officer).subscriberId()).isEqualTo(this.told.subscriberId);
    }

    @Test
    void ifItCannotBeToldThereIsNoView() {
        this.residents.signUp(this.told.subscriberId, this.address);
        this.tampering.run("ALTER TABLE outbox ADD CONSTRAINT broken CHECK (false) NOT VALID");
        try {
            assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> look(this.address));
        }
        finally {
            this.tampering.run("ALTER TABLE outbox DROP CONSTRAINT broken");
        }
        assertThat(this.jdbc.sql("SELECT count(*) FROM person_view WHERE officer = :officer")
            .param("officer", this.officer)
            .query(Long.class)
            .single()).isZero();
    }

    @Test
    void anotherOfficerCannotOpenIt() {
        UUID id = look(this.address);
        assertThatExceptionOfType(ViewEnded.class).isThrownBy(() -> this.access.open(id, "another"));
        assertThatExceptionOfType(ViewEnded.class).isThrownBy(() -> this.access.open(UUID.randomUUID(), this.officer));
    }

    @Test
    void itEndsAfterSomeMinutes() {
        UUID id = look(this.address);
        Instant openedAt = this.access.open(id, this.officer).openedAt();
        assertThat(at(openedAt.plusSeconds(899)).open(id, this.officer).id()).isEqualTo(id);
        assertThatExceptionOfType(ViewEnded.class)
            .isThrownBy(() -> at(openedAt.plusSeconds(900)).open(id, this.officer));
    }

    private Access at(Instant now) {
        return new Access(this.people, this.views, this.outbox, new AccessProperties(Duration.ofMinutes(15)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private UUID look(String person) {
        return this.access.record(new LookForm(person, "complaint", "C-17"), this.officer);
    }

    private List<AuditEvent> toldEvents() {
        return payloads().stream().map((payload) -> EventJson.read(payload, AuditEvent.class)).toList();
    }

    private List<String> payloads() {
        return this.jdbc.sql("SELECT payload FROM outbox WHERE topic = 'audit-events' AND payload LIKE :officer")
            .param("officer", "%" + this.officer + "%")
            .query(String.class)
            .list();
    }

}
