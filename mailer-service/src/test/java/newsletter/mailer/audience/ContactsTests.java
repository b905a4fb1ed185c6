package newsletter.mailer.audience;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.SubscriberContact;
import newsletter.inbox.Unreadable;
import newsletter.mailer.Person;
import newsletter.mailer.TableTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@TableTest
class ContactsTests {

    @Autowired
    private Contacts contacts;

    @Autowired
    private JdbcClient jdbc;

    private final Person person = Person.somebody();

    private final Instant start = this.person.asked();

    private final SubscriberContact first = this.person.contact(this.start, new byte[] { 1 });

    private final SubscriberContact second = this.person.contact(this.start.plusMillis(1), new byte[] { 2 });

    private byte @Nullable [] address() {
        Optional<byte[]> address = this.jdbc
            .sql("SELECT address FROM contact WHERE subscriber_id = :id AND address IS NOT NULL")
            .param("id", this.person.subscriberId())
            .query(byte[].class)
            .optional();
        return address.orElse(null);
    }

    @Test
    void theLastRecordCounts() {
        this.contacts.learn(this.first);
        this.contacts.learn(this.second);
        assertThat(address()).containsExactly(2);
    }

    @Test
    void anOlderRecordReadAgainChangesNothing() {
        this.contacts.learn(this.second);
        this.contacts.learn(this.first);
        assertThat(address()).containsExactly(2);
    }

    @Test
    void erasureTakesAddressAndLanguageAway() {
        this.contacts.learn(this.first);
        this.contacts.erase(this.person.subscriberId(), this.start.plusSeconds(1));
        assertThat(address()).isNull();
        assertThat(this.jdbc.sql("SELECT count(*) FROM contact WHERE subscriber_id = :id AND language IS NULL")
            .param("id", this.person.subscriberId())
            .query(Long.class)
            .single()).isEqualTo(1);
    }

    @Test
    void aRecordFromBeforeTheErasureDoesNotUndoIt() {
        this.contacts.learn(this.first);
        this.contacts.erase(this.person.subscriberId(), this.start.plusSeconds(1));
        this.contacts.learn(this.first);
        assertThat(address()).isNull();
    }

    @Test
    void erasureWinsOverAClockThatIsAhead() {
        this.contacts.learn(this.second);
        this.contacts.erase(this.person.subscriberId(), this.start);
        assertThat(address()).isNull();
    }

    @Test
    void whoComesBackAfterAnErasureIsThereAfterEverythingIsReadAgain() {
        Instant erased = this.start.plusSeconds(1);
        SubscriberContact back = this.person.contact(this.start.plusSeconds(2), new byte[] { 3 });
        for (int readings = 0; readings < 2; readings++) {
            this.contacts.learn(this.first);
            this.contacts.erase(this.person.subscriberId(), erased);
            this.contacts.learn(back);
            assertThat(address()).containsExactly(3);
        }
    }

    /**
     * An attacker, or a topic with a clock that is ahead, tells the old address once
     * more.
     */
    @Test
    void i09WhoIsErasedByNameNeverComesBack() {
        this.contacts.learn(this.first);
        this.contacts.erase(new SubscriberErased(UUID.randomUUID(), this.person.subscriberId(),
                this.start.plusSeconds(1), "resident", null, "en"));
        assertThat(address()).isNull();
        this.contacts.learn(this.second);
        this.contacts.erase(this.person.subscriberId(), this.start.plusSeconds(2));
        this.contacts.learn(this.person.contact(this.start.plusSeconds(3600), new byte[] { 4 }));
        assertThat(address()).isNull();
    }

    @Test
    void i09AContactThatIsReadAfterTheErasureFindsItsPersonErased() {
        this.contacts.erase(new SubscriberErased(UUID.randomUUID(), this.person.subscriberId(), this.start, "resident",
                null, "en"));
        this.contacts.learn(this.second);
        assertThat(address()).isNull();
    }

    @Test
    void anAddressThatIsNoBase64IsUnreadable() {
        var broken = new SubscriberContact(this.first.eventId(), this.person.subscriberId(), this.start, "en", "%%%",
                "c2FsdA==", "dGFn");
        assertThatExceptionOfType(Unreadable.class).isThrownBy(() -> this.contacts.learn(broken))
            .withMessageNotContaining("%%%");
    }

}
