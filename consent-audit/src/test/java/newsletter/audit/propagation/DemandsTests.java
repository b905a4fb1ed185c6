package newsletter.audit.propagation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.audit.Residents;
import newsletter.audit.TableTest;
import newsletter.audit.Told;
import newsletter.audit.ingest.Batches;
import newsletter.audit.person.Held;
import newsletter.audit.person.People;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.EventJson;
import newsletter.events.Topics;
import newsletter.personaldata.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class DemandsTests {

    private final Told told = new Told();

    private final String address = "e-" + this.told.subscriberId + "@example.org";

    @Autowired
    private Demands demands;

    @Autowired
    private Batches batches;

    @Autowired
    private Residents residents;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private SubscriberErased erased(Instant at) {
        return new SubscriberErased(UUID.randomUUID(), this.told.subscriberId, at, "resident", null, "en");
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static EventAcknowledged done(SubscriberErased erased, String service) {
        return new EventAcknowledged(UUID.randomUUID(), erased.subscriberId(), now(), service, erased.eventId(),
                Kind.ERASED);
    }

    private List<EventAcknowledged> outbox() {
        return this.jdbc.sql("SELECT payload FROM outbox WHERE topic = :topic AND key = :key")
            .param("topic", Topics.ACKNOWLEDGEMENTS)
            .param("key", this.told.subscriberId.toString())
            .query(String.class)
            .list()
            .stream()
            .map((json) -> EventJson.read(json, EventAcknowledged.class))
            .toList();
    }

    private boolean isOverdue(SubscriberErased erased) {
        return this.demands.overdue(1000).stream().anyMatch((demand) -> demand.eventId().equals(erased.eventId()));
    }

    @Test
    void c27WeAcknowledgeWhenTheErasureJoinsTheLedgerAndOnce() {
        this.residents.signUp(this.told.subscriberId, this.address);
        SubscriberErased erased = erased(now());
        this.batches.take(this.told.given(), erased);
        this.batches.take(erased);
        assertThat(this.people.heldOf(this.told.subscriberId)).isInstanceOf(Held.Erased.class);
        assertThat(outbox()).singleElement().satisfies((done) -> {
            assertThat(done.service()).isEqualTo("consent-audit");
            assertThat(done.about()).isEqualTo(erased.eventId());
        });
    }

    @Test
    void c27WhatSomebodyHasNotAnsweredForAnHourIsListedUntilTheyDo() {
        SubscriberErased old = erased(now().minus(61, ChronoUnit.MINUTES));
        SubscriberErased young = erased(now().minus(59, ChronoUnit.MINUTES));
        this.batches.take(done(old, "mailer-service"), old, young);
        this.batches.take(done(old, "consent-audit"), done(old, "consent-audit"), done(old, "a-stranger"));
        assertThat(isOverdue(young)).isFalse();
        assertThat(this.demands.overdue(1000)).filteredOn((demand) -> demand.eventId().equals(old.eventId()))
            .singleElement()
            .satisfies((demand) -> assertThat(demand.missing()).containsExactly("subscription-service"));
        assertThat(this.demands.countOverdue()).isEqualTo(this.demands.overdue(1000).size());
        this.batches.take(done(old, "subscription-service"));
        assertThat(isOverdue(old)).isFalse();
    }

    /** The contact comes on a topic of its own: late, twice, or from an attacker. */
    @Test
    void i09AContactThatIsReadAfterTheErasureIsNotKept() {
        this.batches.take(this.told.given(), erased(now()));
        this.residents.signUp(this.told.subscriberId, this.address);
        this.residents.erase(this.told.subscriberId);
        this.residents.signUp(this.told.subscriberId, this.address);
        assertThat(this.people.withAddress(EmailAddress.parse(this.address).orElseThrow())).isEmpty();
        assertThat(this.people.withReceipt(this.told.receiptNumber)).contains(this.told.subscriberId);
    }

    @Test
    void i09NothingInAnyTableLeadsToTheAddress() {
        this.residents.signUp(this.told.subscriberId, this.address);
        this.batches.take(this.told.requested(), this.told.given(), this.told.withdrawn());
        List<String> traces = this.jdbc.sql("SELECT address, salt, tag FROM contact WHERE subscriber_id = :id")
            .param("id", this.told.subscriberId)
            .query((row, _) -> List.of(this.address, hex(row.getBytes("address")), hex(row.getBytes("salt")),
                    hex(row.getBytes("tag"))))
            .single();
        assertThat(found(traces)).containsExactly("contact");
        this.batches.take(erased(now()));
        assertThat(found(traces)).isEmpty();
    }

    private List<String> found(List<String> traces) {
        return this.jdbc.sql("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                """)
            .query(String.class)
            .list()
            .stream()
            .filter((table) -> this.jdbc.sql("SELECT t::text FROM \"" + table + "\" t")
                .query(String.class)
                .list()
                .stream()
                .anyMatch((row) -> traces.stream().anyMatch(row::contains)))
            .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

}
