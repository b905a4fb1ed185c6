package newsletter.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * What became of mails. A relay's reply may quote the recipient's address: whoever writes
 * a report strikes that out first.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface DeliveryReport extends Event {

    @Override
    default String topic() {
        return Topics.DELIVERY_REPORTS;
    }

    /**
     * Outcomes of deliveries of one edition.
     *
     * @param sequence counts this edition's reports from 1 without gaps, so that a
     * missing one shows
     * @param planned how many deliveries the edition has in all
     * @param rows 1 to 1,024 outcomes, each delivery once in all reports
     */
    @JsonTypeName("deliveries-reported")
    record DeliveriesReported(UUID eventId, UUID editionId, Instant occurredAt, String newsletterId, long sequence,
            long planned, List<Row> rows) implements DeliveryReport {

        /** The most rows in one report. */
        public static final int MAX_ROWS = 1024;

        @Override
        public String key() {
            return this.editionId.toString();
        }

    }

    /**
     * One delivery: one edition to one subscriber. The ledger hashes these bytes as they
     * stand in the record.
     *
     * @param consentId the live consent it was planned under
     * @param messageId the mail's Message-ID, without angle brackets
     * @param relayReply the relay's last words, without any address; absent when it was
     * never asked
     * @param endedBy the event that ended the consent or holds it back, when the outcome
     * is {@link Outcome#SUPPRESSED}
     * @param nonce Base64 of 16 random bytes, so that a row's hash can be neither guessed
     * nor linked
     */
    record Row(UUID deliveryId, UUID subscriberId, UUID consentId, Outcome outcome, Instant at, String messageId,
            @Nullable String relayReply, @Nullable UUID endedBy, String nonce) {
    }

    /**
     * A letter was handed over, or finally refused.
     *
     * @param letter what it was: {@code please-confirm}, {@code welcome}
     * @param about the request or receipt it spoke of
     */
    @JsonTypeName("letter-reported")
    record LetterReported(UUID eventId, UUID subscriberId, Instant occurredAt, String letter, String about,
            Outcome outcome, String messageId, @Nullable String relayReply) implements DeliveryReport {

        @Override
        public String key() {
            return this.subscriberId.toString();
        }

    }

    /** What became of one mail. */
    enum Outcome {

        /** The relay took it. */
        @JsonProperty("accepted")
        ACCEPTED,

        /** The relay refused it for good (5xx). */
        @JsonProperty("refused")
        REFUSED,

        /** Not handed over: the consent was no longer live, or held back. */
        @JsonProperty("suppressed")
        SUPPRESSED,

        /** Handed over, and no answer came: it may have arrived. */
        @JsonProperty("unknown")
        UNKNOWN

    }

}
