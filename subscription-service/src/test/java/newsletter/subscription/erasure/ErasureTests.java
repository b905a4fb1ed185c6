package newsletter.subscription.erasure;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.WithdrawnBy;
import newsletter.events.EventAcknowledged;
import newsletter.events.EventAcknowledged.Kind;
import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.Together;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.contact.ContactTopic;
import newsletter.subscription.contact.Subscribers;
import newsletter.subscription.erasure.Erasure.By;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class ErasureTests {

    @Autowired
    private Erasure erasure;

    @Autowired
    private Farewell farewell;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private ContactTopic topic;

    @Autowired
    private AddressTags tags;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private static EmailAddress address(String name) {
        return EmailAddress.parse(name + "@erasure.example.org").orElseThrow();
    }

    private UUID agrees(String name, String... newsletters) {
        return Confirmations.agree(this.beans, address(name).mailbox(), newsletters);
    }

    private List<String> tombstones(UUID contact) {
        return this.jdbc.sql("""
                SELECT key FROM outbox WHERE topic = :topic AND key = :key AND payload IS NULL
                """)
            .param("topic", Topics.SUBSCRIBER_CONTACTS)
            .param("key", contact.toString())
            .query(String.class)
            .list();
    }

    @Test
    void c24WhatLivesEndsWhatWaitsIsGoneAndAllAreTold() {
        UUID ada = agrees("ada", "mayor", "clean-air");
        Forms.send(this.beans, address("ada"), "libraries");
        int before = this.told.about(ada).size();
        this.erasure.erase(ada, By.RESIDENT, false);
        List<ConsentEvent> after = this.told.about(ada).subList(before, this.told.about(ada).size());
        assertThat(after).hasSize(3);
        assertThat(this.told.about(ada, ConsentWithdrawn.class)).hasSize(2)
            .allSatisfy((withdrawn) -> assertThat(withdrawn.by()).isEqualTo(WithdrawnBy.ERASURE));
        assertThat(after.getLast()).isInstanceOfSatisfying(SubscriberErased.class,
                (erased) -> assertThat(erased.by()).isEqualTo("resident"));
        assertThat(tombstones(ada)).hasSize(1);
        assertThat(count("SELECT count(*) FROM subscription_request WHERE subscriber_id = :id", ada)).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM consent WHERE subscriber_id = :id AND ended_by = 'ERASURE'", ada))
            .isEqualTo(2);
    }

    private long count(String sql, UUID id) {
        return this.jdbc.sql(sql).param("id", id).query(Long.class).single();
    }

    @Test
    void c27WeAcknowledgeInTheSameTransaction() {
        UUID ada = agrees("acknowledged", "mayor");
        this.transaction.executeWithoutResult((status) -> {
            this.erasure.erase(ada, By.STAFF, false);
            status.setRollbackOnly();
        });
        assertThat(this.told.on(Topics.ACKNOWLEDGEMENTS, ada, EventAcknowledged.class)).isEmpty();
        assertThat(this.subscribers.isErased(ada)).isFalse();
        this.erasure.erase(ada, By.STAFF, false);
        SubscriberErased erased = this.told.about(ada, SubscriberErased.class).getFirst();
        assertThat(this.told.on(Topics.ACKNOWLEDGEMENTS, ada, EventAcknowledged.class)).singleElement()
            .satisfies((done) -> {
                assertThat(done.about()).isEqualTo(erased.eventId());
                assertThat(done.kind()).isEqualTo(Kind.ERASED);
                assertThat(done.service()).isEqualTo("subscription-service");
            });
    }

    /**
     * I-9: every column of every table that could hold it, but what Kafka is about to be
     * told.
     */
    @Test
    void i09NothingInAnyTableLeadsToTheAddress() {
        EmailAddress address = address("sweep");
        UUID sweep = agrees("sweep", "mayor", "clean-air");
        Forms.send(this.beans, address, "libraries");
        List<String> traces = new ArrayList<>(
                List.of("sweep@erasure", hex("sweep@erasure".getBytes(StandardCharsets.US_ASCII))));
        for (EmailAddress spelling : List.of(address, address.plainest())) {
            for (byte[] tag : this.tags.tags(spelling)) {
                traces.addAll(List.of(hex(tag), Base64.getEncoder().encodeToString(tag)));
            }
        }
        this.jdbc.sql("SELECT address, salt FROM subscriber WHERE id = :id").param("id", sweep).query((row) -> {
            traces.add(hex(row.getBytes("address")));
            traces.add(hex(row.getBytes("salt")));
        });
        assertThat(found(traces)).isNotEmpty();
        this.erasure.erase(sweep, By.RESIDENT, true);
        assertThat(found(traces)).isEmpty();
    }

    private List<String> found(List<String> traces) {
        return this.jdbc.sql("""
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> 'outbox'
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

    @Test
    void twentyPressesAtOnceEraseOnce() throws Exception {
        UUID ada = agrees("hurry", "mayor", "clean-air");
        Together.at(20, () -> {
            this.erasure.erase(ada, By.RESIDENT, true);
            return ada;
        });
        assertThat(this.told.about(ada, SubscriberErased.class)).hasSize(1);
        assertThat(this.told.about(ada, ConsentWithdrawn.class)).hasSize(2);
        assertThat(this.told.about(ada, SuppressionAdded.class)).hasSize(1);
        assertThat(tombstones(ada)).hasSize(1);
    }

    @Test
    void whoSignsUpAgainIsSomebodyNewWhoHasAgreedToNothing() {
        UUID before = agrees("again", "mayor");
        this.erasure.erase(before, By.RESIDENT, false);
        Forms.send(this.beans, address("again"), "mayor");
        UUID after = this.jdbc.sql("SELECT id FROM subscriber WHERE tag = :tag")
            .param("tag", this.tags.tag(address("again")))
            .query(UUID.class)
            .single();
        assertThat(after).isNotEqualTo(before);
        assertThat(this.told.about(after)).singleElement().isInstanceOf(SubscriptionRequested.class);
        assertThat(this.told.about(before, SubscriptionRequested.class)).hasSize(1);
        assertThat(count("SELECT count(*) FROM consent WHERE subscriber_id = :id", after)).isZero();
    }

    /** Each form is before the erasure or after it, and then it is somebody new. */
    @Test
    void formsAtTheMomentOfErasureLeaveNobodyHalfErased() throws Exception {
        UUID before = agrees("moment", "mayor");
        Together.each(List.of("erase", "libraries", "clean-air", "erase"), (what) -> {
            if (what.equals("erase")) {
                this.erasure.erase(before, By.RESIDENT, false);
            }
            else {
                Forms.send(this.beans, address("moment"), what);
            }
            return what;
        });
        assertThat(this.told.about(before)).last().isInstanceOf(SubscriberErased.class);
        assertThat(count("SELECT count(*) FROM subscription_request WHERE subscriber_id = :id AND confirmed_at IS NULL",
                before))
            .isZero();
        assertThat(this.told.about(before, SubscriberErased.class)).hasSize(1);
    }

    @Test
    void aConfirmationAfterErasureConfirmsNothing() {
        UUID ada = agrees("late", "mayor");
        Forms.send(this.beans, address("late"), "libraries");
        SubscriptionRequested letter = this.told.about(ada, SubscriptionRequested.class).getLast();
        this.erasure.erase(ada, By.RESIDENT, false);
        Confirmations.confirm(this.beans, letter);
        assertThat(this.told.about(ada, ConsentGiven.class)).hasSize(1);
        assertThat(this.told.about(ada)).last().isInstanceOf(SubscriberErased.class);
    }

    @Test
    void theFarewellGoesToAnAddressThatIsLentForADayAndTakenBackOnce() {
        UUID ada = agrees("farewell", "mayor");
        this.erasure.erase(ada, By.RESIDENT, false);
        SubscriberErased erased = this.told.about(ada, SubscriberErased.class).getFirst();
        UUID lent = Objects.requireNonNull(erased.farewellContactId());
        assertThat(lent).isNotEqualTo(ada);
        assertThat(this.told.on(Topics.SUBSCRIBER_CONTACTS, lent, SubscriberContact.class)).singleElement()
            .satisfies((contact) -> assertThat(contact.lentUntil())
                .isEqualTo(erased.occurredAt().plus(Duration.ofHours(24))));
        this.farewell.end(lent);
        this.farewell.end(lent);
        assertThat(tombstones(lent)).hasSize(1);
    }

    @Test
    void aTombstoneIsToldOnceMoreWhenItsSegmentMayBeClosed() {
        UUID ada = agrees("tombstone", "mayor");
        this.erasure.erase(ada, By.RESIDENT, false);
        again();
        assertThat(tombstones(ada)).hasSize(1);
        this.clock.forward(Duration.ofHours(2));
        again();
        assertThat(tombstones(ada)).hasSize(2);
        again();
        assertThat(tombstones(ada)).hasSize(2);
    }

    private void again() {
        this.transaction.executeWithoutResult((_) -> this.topic.eraseAgain(this.clock.instant(), 1_000_000));
    }

    @Test
    void whoIsErasedIsNobody() {
        UUID ada = agrees("nobody", "mayor");
        this.erasure.erase(ada, By.RESIDENT, false);
        this.erasure.erase(UUID.randomUUID(), By.RESIDENT, true);
        this.transaction.executeWithoutResult((_) -> {
            assertThat(this.subscribers.lock(ada)).isFalse();
            assertThat(this.subscribers.commitment(ada)).isEmpty();
            assertThat(this.subscribers.address(ada)).isEmpty();
        });
        assertThat(this.subscribers.maskedAddress(ada)).isEmpty();
        assertThat(this.subscribers.isErased(ada)).isTrue();
    }

}
