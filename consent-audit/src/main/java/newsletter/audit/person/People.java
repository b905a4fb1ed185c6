package newsletter.audit.person;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;

/** Finds a person, and tells what was promised in their name. */
@Component
public class People {

    private final Contacts contacts;

    private final Receipts receipts;

    private final AddressTags tags;

    private final AddressCipher cipher;

    People(Contacts contacts, Receipts receipts, AddressTags tags, AddressCipher cipher) {
        this.contacts = contacts;
        this.receipts = receipts;
        this.tags = tags;
        this.cipher = cipher;
    }

    /** By address, under every tag key there has been. */
    public Optional<UUID> withAddress(EmailAddress address) {
        return this.contacts.withTag(this.tags.tags(address));
    }

    public Optional<UUID> withReceipt(String receiptNumber) {
        return this.receipts.holder(receiptNumber);
    }

    /** What is held of a person's address, opened. */
    public Held heldOf(UUID subscriberId) {
        return this.contacts.of(subscriberId)
            .map(this::open)
            .orElseGet(() -> this.contacts.isErased(subscriberId) ? new Held.Erased() : new Held.Nothing());
    }

    private Held open(Contact contact) {
        try {
            EmailAddress address = this.cipher.decryptAddress(contact.subscriberId(), contact.address());
            byte[] salt = this.cipher.decryptSalt(contact.subscriberId(), contact.salt());
            return new Held.Open(address, AddressCommitment.of(address, salt));
        }
        catch (IllegalStateException ex) {
            return new Held.Locked();
        }
    }

}
