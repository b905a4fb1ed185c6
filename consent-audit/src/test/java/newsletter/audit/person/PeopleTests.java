package newsletter.audit.person;

import java.util.Locale;
import java.util.UUID;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.audit.Residents;
import newsletter.audit.TableTest;
import newsletter.audit.TestKeys;
import newsletter.audit.Told;
import newsletter.audit.ingest.Batches;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;
import newsletter.personaldata.KeysetFile;

import static org.assertj.core.api.Assertions.assertThat;

@TableTest
class PeopleTests {

    private final UUID subscriberId = UUID.randomUUID();

    private final String address = "p-" + this.subscriberId + "@example.org";

    @Autowired
    private People people;

    @Autowired
    private Residents residents;

    @Autowired
    private Batches batches;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Receipts receipts;

    @Autowired
    private AddressCipher cipher;

    @Test
    void aPersonIsFoundByAddressHoweverItIsWritten() {
        this.residents.signUp(this.subscriberId, this.address);
        assertThat(this.people.withAddress(parse(this.address))).contains(this.subscriberId);
        assertThat(this.people.withAddress(parse(this.address.replace("p-", "P-")))).contains(this.subscriberId);
        assertThat(this.people.withAddress(parse("q" + this.address))).isEmpty();
    }

    @Test
    void aPersonTaggedBeforeARotationIsStillFound() throws Exception {
        this.residents.signUp(this.subscriberId, this.address);
        KeysetHandle rotated = KeysetHandle.newBuilder(KeysetFile.read(TestKeys.file("tags"), true))
            .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedPrfParameters.HMAC_SHA256_PRF)
                .withRandomId()
                .makePrimary())
            .build();
        var after = new People(this.contacts, this.receipts, new AddressTags(rotated), this.cipher);
        assertThat(after.withAddress(parse(this.address))).contains(this.subscriberId);
    }

    @Test
    void aPersonIsFoundByReceiptHoweverItIsTyped() {
        var told = new Told();
        this.batches.take(told.given());
        assertThat(this.people.withReceipt(told.receiptNumber)).contains(told.subscriberId);
        assertThat(this.people.withReceipt(told.receiptNumber.toLowerCase(Locale.ROOT))).contains(told.subscriberId);
        assertThat(this.people.withReceipt("R-0")).isEmpty();
    }

    @Test
    void theLastContactToldIsTheOneThatHolds() {
        this.residents.signUp(this.subscriberId, this.address);
        this.residents.signUp(this.subscriberId, "new-" + this.address);
        assertThat(this.people.withAddress(parse(this.address))).isEmpty();
        assertThat(this.people.withAddress(parse("new-" + this.address))).contains(this.subscriberId);
    }

    @Test
    void erasureLeavesNothingToBeFoundByAddress() {
        var told = new Told();
        this.residents.signUp(told.subscriberId, this.address);
        this.batches.take(told.given());
        this.residents.erase(told.subscriberId);
        assertThat(this.people.withAddress(parse(this.address))).isEmpty();
        assertThat(this.people.heldOf(told.subscriberId)).isInstanceOf(Held.Nothing.class);
        assertThat(this.people.withReceipt(told.receiptNumber)).contains(told.subscriberId);
    }

    private static EmailAddress parse(String address) {
        return EmailAddress.parse(address).orElseThrow();
    }

}
