package newsletter.mailer.audience;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.SubscriberContact;
import newsletter.inbox.Unreadable;

/** The {@code contact} table. */
@Repository
class Contacts {

    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An older record, read again, does not undo a newer one, nor an erasure. */
    void learn(SubscriberContact contact) {
        this.jdbc.sql("""
                INSERT INTO contact (subscriber_id, address, language, told_at, lent_until)
                VALUES (:subscriber, :address, :language, :toldAt, :lentUntil)
                ON CONFLICT (subscriber_id) DO UPDATE SET address = excluded.address,
                    language = excluded.language, told_at = excluded.told_at, lent_until = excluded.lent_until
                WHERE contact.told_at < excluded.told_at AND contact.erased_at IS NULL
                """)
            .param("subscriber", contact.subscriberId())
            .param("address", decode(contact.address()))
            .param("language", contact.language())
            .param("toldAt", contact.occurredAt().atOffset(ZoneOffset.UTC))
            .param("lentUntil", (contact.lentUntil() != null) ? contact.lentUntil().atOffset(ZoneOffset.UTC) : null)
            .update();
    }

    /** For good: a person who comes back does so under another id. */
    void erase(SubscriberErased erased) {
        this.jdbc.sql("""
                INSERT INTO contact (subscriber_id, told_at, erased_at)
                VALUES (:subscriber, :at, :at)
                ON CONFLICT (subscriber_id) DO UPDATE SET address = NULL, language = NULL, lent_until = NULL,
                    erased_at = excluded.erased_at
                """)
            .param("subscriber", erased.subscriberId())
            .param("at", erased.occurredAt().atOffset(ZoneOffset.UTC))
            .update();
    }

    /** Forgets addresses that were lent for one letter, whether we are told to or not. */
    int forgetLent(Instant now) {
        return this.jdbc.sql("""
                UPDATE contact SET address = NULL, language = NULL, lent_until = NULL
                WHERE lent_until <= :now
                """).param("now", now.atOffset(ZoneOffset.UTC)).update();
    }

    private static byte[] decode(String address) {
        try {
            return Base64.getDecoder().decode(address);
        }
        catch (IllegalArgumentException ex) {
            throw new Unreadable("The address is not Base64");
        }
    }

    /**
     * Erasure wins whatever the clocks say; one who comes back after it does so in a
     * newer record, which an erasure read again takes away only until it is read too.
     */
    void erase(UUID subscriberId, Instant at) {
        this.jdbc.sql("""
                INSERT INTO contact (subscriber_id, told_at)
                VALUES (:subscriber, :at)
                ON CONFLICT (subscriber_id) DO UPDATE SET address = NULL, language = NULL, told_at = excluded.told_at,
                    lent_until = NULL
                """).param("subscriber", subscriberId).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

}
