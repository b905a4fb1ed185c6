package newsletter.subscription.suppression;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;
import newsletter.outbox.Outbox;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.TestKeys;
import newsletter.subscription.Told;
import newsletter.subscription.confirmation.Confirmations;
import newsletter.subscription.erasure.Erasure;
import newsletter.subscription.signup.Forms;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class SuppressionsTests {

    @Autowired
    private Suppressions suppressions;

    @Autowired
    private SuppressionTags tags;

    @Autowired
    private AddressTags addressTags;

    @Autowired
    private Erasure erasure;

    @Autowired
    private Outbox outbox;

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
        return EmailAddress.parse(name + "@suppression.example.org").orElseThrow();
    }

    private void suppress(EmailAddress address, UUID subscriber, SuppressionReason reason) {
        this.transaction
            .executeWithoutResult((_) -> this.suppressions.add(address, subscriber, reason, this.clock.instant()));
    }

    private boolean covers(Suppressions suppressions, EmailAddress address) {
        return covers(suppressions, address, Duration.ZERO);
    }

    private boolean covers(Suppressions suppressions, EmailAddress address, Duration later) {
        return Boolean.TRUE
            .equals(this.transaction.execute((_) -> suppressions.cover(address, this.clock.instant().plus(later))));
    }

    private boolean isKnown(EmailAddress address) {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM subscriber WHERE tag = :tag)")
            .param("tag", this.addressTags.tag(address))
            .query(Boolean.class)
            .single();
    }

    @Test
    void c25WhoIsErasedAndWantsItIsNeverAskedToConfirmAgain() {
        EmailAddress address = address("erased");
        UUID ada = Confirmations.agree(this.beans, address.mailbox(), "mayor");
        this.erasure.erase(ada, Erasure.By.RESIDENT, true);
        Forms.send(this.beans, address, "mayor");
        Forms.send(this.beans, EmailAddress.parse("ERASED@suppression.example.org").orElseThrow(), "clean-air");
        assertThat(isKnown(address)).isFalse();
    }

    @Test
    void c25WhoIsSuppressedAndStaysGetsNoLetter() {
        EmailAddress address = address("objects");
        UUID ada = Confirmations.agree(this.beans, address.mailbox(), "mayor");
        suppress(address, ada, SuppressionReason.OBJECTION);
        suppress(address, ada, SuppressionReason.OBJECTION);
        int before = this.told.about(ada).size();
        Forms.send(this.beans, address, "clean-air");
        assertThat(this.told.about(ada)).hasSize(before);
        assertThat(this.told.about(ada, SuppressionAdded.class)).singleElement()
            .satisfies((added) -> assertThat(added.reason()).isEqualTo("objection"));
    }

    /** The row has a key of its own, a day, and no id that any event names. */
    @Test
    void c25NothingInTheRowLeadsToWhoWasErased() {
        EmailAddress address = address("parted");
        UUID ada = Confirmations.agree(this.beans, address.mailbox(), "mayor");
        suppress(address, ada, SuppressionReason.OBJECTION);
        this.erasure.erase(ada, Erasure.By.RESIDENT, true);
        List<UUID> rows = this.jdbc.sql("SELECT id FROM suppression WHERE tag IN (:tags)")
            .param("tags", this.tags.of(address))
            .query(UUID.class)
            .list();
        assertThat(rows).hasSize(2)
            .doesNotContainAnyElementsOf(this.told.about(ada, SuppressionAdded.class)
                .stream()
                .map(SuppressionAdded::suppressionId)
                .toList());
        assertThat(this.tags.of(address)).doesNotContainAnyElementsOf(this.addressTags.tags(address));
        assertThat(this.jdbc.sql("""
                SELECT column_name FROM information_schema.columns WHERE table_name = 'suppression'
                """).query(String.class).list()).containsExactlyInAnyOrder("id", "tag", "key_id", "reason", "scope",
                "added_on", "ends_on");
    }

    @Test
    void c25AnOldKeyStillFindsAndIsReplacedWhenNextMatched() throws Exception {
        EmailAddress address = address("rotated");
        suppress(address, UUID.randomUUID(), SuppressionReason.STAFF);
        KeysetHandle rotated = KeysetHandle.newBuilder(TestKeys.read("suppressions"))
            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                .withRandomId()
                .makePrimary())
            .build();
        var after = new SuppressionTags(new AddressTags(rotated));
        var suppressions = new Suppressions(this.jdbc, after, this.outbox);
        assertThat(covers(suppressions, address)).isTrue();
        for (int i = 0; i < 2; i++) {
            this.transaction.executeWithoutResult((_) -> suppressions.renewTag(address));
            assertThat(this.jdbc.sql("SELECT tag FROM suppression WHERE tag IN (:tags)")
                .param("tags", after.of(address))
                .query((row, _) -> row.getBytes("tag"))
                .list()).containsExactly(after.of(address).getFirst());
        }
        assertThat(covers(suppressions, address)).isTrue();
        assertThat(covers(this.suppressions, address)).isFalse();
    }

    @Test
    void aMailboxThatDidNotExistMayBeTriedAgainAfterAYear() {
        EmailAddress address = address("bounced");
        suppress(address, UUID.randomUUID(), SuppressionReason.UNDELIVERABLE);
        assertThat(covers(this.suppressions, address, Duration.ofDays(364))).isTrue();
        assertThat(covers(this.suppressions, address, Duration.ofDays(366))).isFalse();
    }

    @Test
    void whatIsLiftedIsToldAndTheAddressIsAskedAgain() {
        EmailAddress address = address("lifted");
        UUID ada = Confirmations.agree(this.beans, address.mailbox(), "mayor");
        this.erasure.erase(ada, Erasure.By.RESIDENT, true);
        assertThat(isLifted(address)).isTrue();
        assertThat(isLifted(address)).isFalse();
        assertThat(this.told.about(ada, SuppressionLifted.class)).isEmpty();
        Forms.send(this.beans, address, "mayor");
        assertThat(isKnown(address)).isTrue();
    }

    private boolean isLifted(EmailAddress address) {
        return Boolean.TRUE
            .equals(this.transaction.execute((_) -> this.suppressions.lift(address, null, this.clock.instant())));
    }

}
