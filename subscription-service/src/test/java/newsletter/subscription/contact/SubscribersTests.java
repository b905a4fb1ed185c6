package newsletter.subscription.contact;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import newsletter.events.SubscriberContact;
import newsletter.events.Topics;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.subscription.TableTest;
import newsletter.subscription.TestClock;
import newsletter.subscription.TestKeys;
import newsletter.subscription.Told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@TableTest
class SubscribersTests {

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Contacts contacts;

    @Autowired
    private AddressCipher cipher;

    @Autowired
    private ContactTopic topic;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private Told told;

    private static EmailAddress address(String text) {
        return EmailAddress.parse(text).orElseThrow();
    }

    private UUID findOrAdd(Subscribers among, String address) {
        UUID id = this.transaction.execute((_) -> among.findOrAdd(address(address), "en"));
        assertThat(id).isNotNull();
        return id;
    }

    @Test
    void onePersonHasOneIdHoweverTheyTypeTheirAddress() {
        UUID ada = findOrAdd(this.subscribers, "Ada@subscribers.example.org");
        assertThat(findOrAdd(this.subscribers, "ada@SUBSCRIBERS.example.org")).isEqualTo(ada);
        assertThat(findOrAdd(this.subscribers, "bob@subscribers.example.org")).isNotEqualTo(ada);
    }

    @Test
    void twoFormsAtTheSameMomentMakeOnePerson() throws Exception {
        String race = "race@subscribers.example.org";
        try (var second = Executors.newSingleThreadExecutor()) {
            var ids = this.transaction.execute((_) -> {
                UUID first = this.subscribers.findOrAdd(address(race), "en");
                Future<UUID> waiting = second.submit(() -> findOrAdd(this.subscribers, race));
                await().until(this::somebodyWaitsForALock);
                return Map.entry(first, waiting);
            });
            assertThat(ids).isNotNull();
            assertThat(ids.getValue().get()).isEqualTo(ids.getKey());
        }
    }

    @Test
    void whoSignsUpWhileTheyAreForgottenIsSomebodyNew() throws Exception {
        String race = "forgotten@subscribers.example.org";
        UUID before = findOrAdd(this.subscribers, race);
        try (var second = Executors.newSingleThreadExecutor()) {
            Future<UUID> waiting = this.transaction.execute((_) -> {
                this.subscribers.forget(before);
                Future<UUID> form = second.submit(() -> findOrAdd(this.subscribers, race));
                await().until(this::somebodyWaitsForALock);
                return form;
            });
            assertThat(waiting).isNotNull();
            assertThat(waiting.get()).isNotEqualTo(before);
        }
    }

    private boolean somebodyWaitsForALock() {
        return this.jdbc.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)").query(Boolean.class).single();
    }

    @Test
    void aPersonTaggedBeforeAKeyWasRotatedIsFoundAfterIt() throws Exception {
        UUID before = findOrAdd(this.subscribers, "rotated@subscribers.example.org");
        KeysetHandle rotated = KeysetHandle.newBuilder(TestKeys.read("tags"))
            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                .withRandomId()
                .makePrimary())
            .build();
        var tags = new AddressTags(rotated);
        var after = new Subscribers(this.contacts, tags, this.cipher, this.topic);
        assertThat(findOrAdd(after, "rotated@subscribers.example.org")).isEqualTo(before);
        assertThat(this.jdbc.sql("SELECT id FROM subscriber WHERE tag IN (:tags)")
            .param("tags", tags.tags(address("rotated@subscribers.example.org")))
            .query(UUID.class)
            .list()).containsExactly(before);
    }

    @Test
    void whoeverTypesAKnownAddressChangesNeitherItsSpellingNorItsLanguage() {
        UUID id = findOrAdd(this.subscribers, "Typed.First@subscribers.example.org");
        this.transaction.executeWithoutResult((_) -> {
            this.subscribers.findOrAdd(address("typed.first@subscribers.example.org"), "cy");
            this.subscribers.tellContact(id, this.clock.instant());
        });
        assertThat(this.told.on(Topics.SUBSCRIBER_CONTACTS, id, SubscriberContact.class)).singleElement()
            .satisfies((contact) -> {
                assertThat(contact.language()).isEqualTo("en");
                assertThat(this.cipher.decryptAddress(id, Contact.decode(contact.address())).mailbox())
                    .isEqualTo("Typed.First@subscribers.example.org");
            });
    }

    @Test
    void whatIsToldOpensTheCommitment() {
        UUID id = findOrAdd(this.subscribers, "commit@subscribers.example.org");
        String commitment = this.transaction.execute((_) -> {
            this.subscribers.tellContact(id, this.clock.instant());
            return this.subscribers.commitment(id).orElseThrow();
        });
        SubscriberContact contact = this.told.on(Topics.SUBSCRIBER_CONTACTS, id, SubscriberContact.class).getFirst();
        byte[] salt = this.cipher.decryptSalt(id, Contact.decode(contact.salt()));
        assertThat(commitment).isEqualTo(AddressCommitment.of(address("commit@subscribers.example.org"), salt));
    }

    @Test
    void c32NothingInTheTableReadsAsTheAddress() {
        UUID id = findOrAdd(this.subscribers, "secret@subscribers.example.org");
        String row = this.jdbc.sql("SELECT encode(address || salt || tag, 'escape') FROM subscriber WHERE id = :id")
            .param("id", id)
            .query(String.class)
            .single();
        assertThat(row).doesNotContain("secret", "subscribers.example");
    }

    @Test
    void nobodyIsThereForAnUnknownId() {
        this.transaction.executeWithoutResult((_) -> {
            assertThat(this.subscribers.lock(UUID.randomUUID())).isFalse();
            assertThat(this.subscribers.commitment(UUID.randomUUID())).isEmpty();
        });
    }

    @Test
    void withoutATransactionThereWouldBeNoLock() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
            .isThrownBy(() -> this.subscribers.lock(UUID.randomUUID()));
    }

}
