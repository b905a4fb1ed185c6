package newsletter.subscription.contact;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import newsletter.events.SubscriberContact;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.EmailAddress;

/**
 * One row of {@code subscriber}. All of it but id and language is Base64 of bytes that
 * say nothing without a key.
 */
record Contact(UUID id, String tag, String address, String salt, String language) {

    SubscriberContact event(Instant now) {
        return new SubscriberContact(UUID.randomUUID(), this.id, now, this.language, this.address, this.salt, this.tag);
    }

    /** Binds a consent to the address: see {@link AddressCommitment}. */
    String commitment(AddressCipher cipher) {
        return AddressCommitment.of(address(cipher), cipher.decryptSalt(this.id, decode(this.salt)));
    }

    EmailAddress address(AddressCipher cipher) {
        return cipher.decryptAddress(this.id, decode(this.address));
    }

    static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }

}
