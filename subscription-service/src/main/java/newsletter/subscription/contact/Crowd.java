package newsletter.subscription.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import newsletter.events.EventJson;
import newsletter.events.SubscriberContact;
import newsletter.outbox.Outbox;
import newsletter.outbox.Outbox.Telling;
import newsletter.personaldata.AddressCipher;
import newsletter.personaldata.AddressCommitment;
import newsletter.personaldata.AddressTags;
import newsletter.personaldata.EmailAddress;

/**
 * The {@code subscriber} table for many people at once, in few journeys to the database.
 * The promises are those of {@link Subscribers}: whom it finds or adds stays locked until
 * the caller's transaction ends.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Crowd {

    private final JdbcTemplate jdbc;

    private final Contacts contacts;

    private final AddressTags tags;

    private final AddressCipher cipher;

    private final Outbox outbox;

    Crowd(JdbcTemplate jdbc, Contacts contacts, AddressTags tags, AddressCipher cipher, Outbox outbox) {
        this.jdbc = jdbc;
        this.contacts = contacts;
        this.tags = tags;
        this.cipher = cipher;
        this.outbox = outbox;
    }

    /**
     * Somebody who may be a subscriber already.
     *
     * @param id theirs if they are not; the rest is Base64 of what is encrypted for it
     */
    public record Newcomer(UUID id, String tag, String address, String salt, String language) {

        /** Says nothing: neither do its bytes belong in a log. */
        @Override
        public String toString() {
            return "Newcomer[" + this.id + "]";
        }

    }

    /**
     * Who somebody is.
     *
     * @param id the subscriber's, which is the newcomer's if there was none
     * @param letterTags under what letters to them are counted
     */
    public record Member(UUID id, EmailAddress address, List<byte[]> letterTags) {
    }

    /** Makes ready what an address takes to be kept, under an id that it gets now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Newcomer newcomer(EmailAddress address, String language) {
        var id = UUID.randomUUID();
        return new Newcomer(id, Contact.encode(this.tags.tag(address)),
                Contact.encode(this.cipher.encryptAddress(id, address)),
                Contact.encode(this.cipher.encryptSalt(id, AddressCommitment.newSalt())), language);
    }

    /**
     * Who they are, in this order, each of whom has another tag. Whom we know is locked.
     */
    public List<Member> find(List<Newcomer> newcomers) {
        List<EmailAddress> addresses = newcomers.stream().map(this::address).toList();
        Map<String, UUID> known = known(addresses);
        var members = new ArrayList<Member>(newcomers.size());
        for (int i = 0; i < newcomers.size(); i++) {
            EmailAddress address = addresses.get(i);
            UUID id = this.tags.tags(address)
                .stream()
                .map((tag) -> known.get(Contact.encode(tag)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(newcomers.get(i).id());
            members.add(new Member(id, address, this.tags.tags(address.plainest())));
        }
        return members;
    }

    private EmailAddress address(Newcomer newcomer) {
        return this.cipher.decryptAddress(newcomer.id(), Contact.decode(newcomer.address()));
    }

    private Map<String, UUID> known(List<EmailAddress> addresses) {
        List<byte[]> all = addresses.stream().flatMap((address) -> this.tags.tags(address).stream()).toList();
        var known = new HashMap<String, UUID>();
        this.contacts.findAndLockAll(all).forEach((contact) -> known.putIfAbsent(contact.tag(), contact.id()));
        return known;
    }

    /**
     * Adds those whom we do not know, and tells the other services how they are reached.
     * @return who they are, in this order
     */
    public List<Member> findOrAdd(List<Newcomer> newcomers, Instant now) {
        this.jdbc.batchUpdate("""
                INSERT INTO subscriber (id, tag, address, salt, language)
                SELECT ?, ?, ?, ?, ?
                WHERE NOT EXISTS (SELECT FROM subscriber WHERE tag = ANY (?))
                ON CONFLICT (tag) DO NOTHING
                """, newcomers, newcomers.size(), (row, newcomer) -> {
            row.setObject(1, newcomer.id());
            row.setBytes(2, Contact.decode(newcomer.tag()));
            row.setBytes(3, Contact.decode(newcomer.address()));
            row.setBytes(4, Contact.decode(newcomer.salt()));
            row.setString(5, newcomer.language());
            row.setArray(6, row.getConnection()
                .createArrayOf("bytea", this.tags.tags(address(newcomer)).toArray(byte[][]::new)));
        });
        List<Member> members = find(newcomers);
        this.outbox.appendAll(this.contacts.all(members.stream().map(Member::id).toList())
            .stream()
            .map((contact) -> telling(contact.event(now)))
            .toList());
        return members;
    }

    private static Telling telling(SubscriberContact contact) {
        return new Telling(contact.topic(), contact.key(), EventJson.write(contact));
    }

    /** What binds consents to the addresses, by subscriber. */
    public Map<UUID, String> commitments(List<Member> members) {
        var commitments = new HashMap<UUID, String>();
        this.contacts.all(members.stream().map(Member::id).toList())
            .forEach((contact) -> commitments.put(contact.id(), contact.commitment(this.cipher)));
        return commitments;
    }

}
