package newsletter.audit.person;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent.ConsentGiven;

/** The {@code receipt} table: which subscriber a receipt was given to. */
@Repository
public class Receipts {

    private final JdbcClient jdbc;

    Receipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the receipt of a consent that has just become a leaf. */
    public void add(long leafIndex, ConsentGiven consent) {
        this.jdbc.sql("""
                INSERT INTO receipt (leaf_index, receipt_number, subscriber_id)
                VALUES (:leafIndex, :receiptNumber, :subscriberId)
                """)
            .param("leafIndex", leafIndex)
            .param("receiptNumber", consent.receiptNumber())
            .param("subscriberId", consent.subscriberId())
            .update();
    }

    /** Numbers are read off paper: capitals do not count. */
    Optional<UUID> holder(String receiptNumber) {
        return this.jdbc.sql("""
                SELECT subscriber_id FROM receipt
                WHERE upper(receipt_number) = upper(:receiptNumber)
                ORDER BY leaf_index
                LIMIT 1
                """).param("receiptNumber", receiptNumber).query(UUID.class).optional();
    }

}
