package newsletter.subscription.receipt;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All receipts that a person was given, made again as they were. */
@Component
public class SignedReceipts {

    private final JdbcClient jdbc;

    private final Receipts receipts;

    private final Documents documents;

    SignedReceipts(JdbcClient jdbc, Receipts receipts, Documents documents) {
        this.jdbc = jdbc;
        this.receipts = receipts;
        this.documents = documents;
    }

    /**
     * A receipt.
     *
     * @param signature a JWS, which has the whole receipt in it
     */
    public record SignedReceipt(String receiptId, String signature) {
    }

    /** The oldest first. */
    public List<SignedReceipt> of(UUID subscriberId) {
        return this.jdbc.sql("""
                SELECT receipt_number FROM subscription_request
                WHERE subscriber_id = :subscriber AND receipt_number IS NOT NULL
                ORDER BY confirmed_at, receipt_number
                """)
            .param("subscriber", subscriberId)
            .query(String.class)
            .list()
            .stream()
            .flatMap((number) -> this.receipts.find(subscriberId, number).stream())
            .map((receipt) -> new SignedReceipt(receipt.number(), this.documents.sign(receipt).signature()))
            .toList();
    }

}
