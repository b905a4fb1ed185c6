package newsletter.subscription.contact;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;

/**
 * Knows people by id, and turns an address into one. Whom it names stays locked until the
 * caller's transaction ends; calling without one is a mistake, and fails.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Subscribers {

    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final Contacts contacts;

    private final AddressTags tags;

    private final AddressCipher cipher;

    private final ContactTopic topic;

    Subscribers(Contacts contacts, AddressTags tags, AddressCipher cipher, ContactTopic topic) {
        this.contacts = contacts;
        this.tags = tags;
        this.cipher = cipher;
        this.topic = topic;
    }

    /**
     * The subscriber with this address, new if need be. Does the same work for both, so
     * that nobody can tell by the time it takes (I-7).
     *
     * <p>
     * An address that is known keeps the spelling and language it has: whoever types it
     * into a form has not shown that it is theirs.
     */
    public UUID findOrAdd(EmailAddress address, String language) {
        var id = UUID.randomUUID();
        List<byte[]> all = this.tags.tags(address);
        var contact = new Contact(id, Contact.encode(all.getFirst()),
                Contact.encode(this.cipher.encryptAddress(id, address)),
                Contact.encode(this.cipher.encryptSalt(id, AddressCommitment.newSalt())), language);
        Optional<Contact> found = Optional.empty();
        // Again only if somebody was there and forgotten before we had the lock.
        while (found.isEmpty()) {
            this.contacts.addUnlessKnown(contact, all);
            found = this.contacts.findAndLock(all);
        }
        return found.get().id();
    }

    /**
     * Under what letters to an address are counted, the present key's first: the tags of
     * its plainest spelling, so that a mailbox with many spellings counts once.
     */
    public List<byte[]> letterTags(EmailAddress address) {
        return this.tags.tags(address.plainest());
    }

    /** The same for a subscriber, who is locked; empty if there is none. */
    public Optional<List<byte[]>> letterTags(UUID subscriberId) {
        return this.contacts.findAndLock(subscriberId).map((contact) -> letterTags(contact.address(this.cipher)));
    }

    /**
     * Forgets how the subscriber was reached, here and in the other services: a record
     * without a value erases the contact.
     */
    public void forget(UUID subscriberId) {
        this.contacts.delete(subscriberId);
        this.topic.erase(subscriberId);
    }

    /**
     * The same for one who has agreed to something, which is evidence and stays: under an
     * id by which nobody is found or written to any more. Here alone; what others keep is
     * theirs to delete, see {@link Forgotten}.
     */
    public void erase(UUID subscriberId, Instant now) {
        this.contacts.erase(subscriberId, now);
        this.topic.erase(subscriberId);
    }

    /** Whether there was such a subscriber, who is erased. Locks nothing. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean isErased(UUID subscriberId) {
        return this.contacts.isErased(subscriberId);
    }

    /** Whether there is such a subscriber; if so, it is locked. */
    public boolean lock(UUID subscriberId) {
        return this.contacts.findAndLock(subscriberId).isPresent();
    }

    /**
     * The same for work that can wait: nobody, if somebody else is at it with this
     * subscriber.
     */
    public Optional<Known> lockUnlessBusy(UUID subscriberId) {
        return this.contacts.findAndLockUnlessBusy(subscriberId)
            .map((contact) -> new Known(contact.id(), contact.language()));
    }

    /** What binds a consent to the address; empty if there is no such subscriber. */
    public Optional<String> commitment(UUID subscriberId) {
        return this.contacts.findAndLock(subscriberId).map((contact) -> contact.commitment(this.cipher));
    }

    /** Tells the other services how the subscriber is reached. */
    public void tellContact(UUID subscriberId, Instant now) {
        this.contacts.findAndLock(subscriberId).map((contact) -> contact.event(now)).ifPresent(this.topic::tell);
    }

    /** A subscriber, and the language in which they are written to. */
    public record Known(UUID id, String language) {
    }

    /** Whom one tag of an address names, if anybody. */
    public Optional<Known> find(byte[] tag) {
        return this.contacts.findAndLock(tag).map((contact) -> new Known(contact.id(), contact.language()));
    }

    /** The subscriber with this id, who is locked; empty if there is none. */
    public Optional<Known> known(UUID subscriberId) {
        return this.contacts.findAndLock(subscriberId).map((contact) -> new Known(contact.id(), contact.language()));
    }

    /**
     * The subscriber's address, to have a letter sent there; empty if there is no such
     * subscriber.
     */
    public Optional<EmailAddress> address(UUID subscriberId) {
        return this.contacts.findAndLock(subscriberId).map(this::address);
    }

    /**
     * Some, in the order of their ids, to go through all of them. Locks nobody. One that
     * our keys do not open is empty: nobody can be written to there, and it must not hold
     * up all behind it.
     */
    public Map<UUID, Optional<EmailAddress>> addressesAfter(UUID subscriberId, int limit) {
        Map<UUID, Optional<EmailAddress>> addresses = new LinkedHashMap<>();
        this.contacts.after(subscriberId, limit).forEach((contact) -> addresses.put(contact.id(), readable(contact)));
        return addresses;
    }

    private Optional<EmailAddress> readable(Contact contact) {
        try {
            return Optional.of(address(contact));
        }
        catch (IllegalStateException ex) {
            LOG.warn("The address of subscriber {} does not open with our keys", contact.id());
            return Optional.empty();
        }
    }

    /** In which language the subscriber is written to. Locks nothing. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> language(UUID subscriberId) {
        return this.contacts.find(subscriberId).map(Contact::language);
    }

    /**
     * Whether somebody else has the address. Locks nobody: of two at once the unique key
     * lets one through.
     */
    public boolean isTaken(EmailAddress address, UUID byOtherThan) {
        return this.contacts.isTaken(this.tags.tags(address), byOtherThan);
    }

    /**
     * Has the subscriber, who is locked, reached at another address from now on, and
     * tells it. The salt is a new one: nobody can tell by it which address it was before.
     * @return what binds consents to the address
     */
    public String move(UUID subscriberId, EmailAddress address, Instant now) {
        Contact before = this.contacts.findAndLock(subscriberId).orElseThrow();
        var contact = new Contact(subscriberId, Contact.encode(this.tags.tag(address)),
                Contact.encode(this.cipher.encryptAddress(subscriberId, address)),
                Contact.encode(this.cipher.encryptSalt(subscriberId, AddressCommitment.newSalt())), before.language());
        this.contacts.move(contact, now);
        tellContact(subscriberId, now);
        return contact.commitment(this.cipher);
    }

    /**
     * Whether the subscriber has another address than at that time: what was mailed to
     * them then may be in somebody else's hands. Locks nothing.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean hasMovedSince(UUID subscriberId, Instant then) {
        return this.contacts.movedAt(subscriberId).filter((moved) -> moved.isAfter(then)).isPresent();
    }

    /**
     * Has the subscriber, who is locked, written to in another language, and tells it.
     */
    public void changeLanguage(UUID subscriberId, String language, Instant now) {
        this.contacts.setLanguage(subscriberId, language);
        tellContact(subscriberId, now);
    }

    /**
     * The address as its owner knows it again and nobody learns it from, such as
     * {@code a…@example.org}. Locks nothing.
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<String> maskedAddress(UUID subscriberId) {
        return this.contacts.find(subscriberId).map(this::address).map(EmailAddress::masked);
    }

    private EmailAddress address(Contact contact) {
        return this.cipher.decryptAddress(contact.id(), Contact.decode(contact.address()));
    }

}
