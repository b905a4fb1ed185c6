package newsletter.audit;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import newsletter.audit.person.ContactTeller;
import newsletter.events.SubscriberContact;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;

/** People with addresses, as subscription-service would tell of them. */
public class Residents {

    private final AddressCipher cipher;

    private final AddressTags tags;

    private final ContactTeller teller;

    public Residents(AddressCipher cipher, AddressTags tags, ContactTeller teller) {
        this.cipher = cipher;
        this.tags = tags;
        this.teller = teller;
    }

    /** Returns what a consent for this address commits to. */
    public String signUp(UUID subscriberId, String typed) {
        byte[] salt = AddressCommitment.newSalt();
        this.teller.tell(contact(subscriberId, typed, salt));
        return AddressCommitment.of(EmailAddress.parse(typed).orElseThrow(), salt);
    }

    public SubscriberContact contact(UUID subscriberId, String typed, byte[] salt) {
        EmailAddress address = EmailAddress.parse(typed).orElseThrow();
        Base64.Encoder base64 = Base64.getEncoder();
        return new SubscriberContact(UUID.randomUUID(), subscriberId, Instant.now(), "en-GB",
                base64.encodeToString(this.cipher.encryptAddress(subscriberId, address)),
                base64.encodeToString(this.cipher.encryptSalt(subscriberId, salt)),
                base64.encodeToString(this.tags.tag(address)));
    }

    public void erase(UUID subscriberId) {
        this.teller.erase(subscriberId);
    }

}
