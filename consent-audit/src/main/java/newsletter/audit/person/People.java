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

    /** The address that is held of a person; empty if it was erased. */
    public Optional<EmailAddress> addressOf(UUID subscriberId) {
        return this.contacts.of(subscriberId)
            .map((contact) -> this.cipher.decryptAddress(subscriberId, contact.address()));
    }

    /**
     * What a consent given for the address that is held commits to; empty if it was
     * erased.
     */
    public Optional<String> commitmentOf(UUID subscriberId) {
        return this.contacts.of(subscriberId).map((contact) -> {
            EmailAddress address = this.cipher.decryptAddress(subscriberId, contact.address());
            return AddressCommitment.of(address, this.cipher.decryptSalt(subscriberId, contact.salt()));
        });
    }

}
