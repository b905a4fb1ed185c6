package newsletter.mailer.audience;

import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.SubscriptionRequested;

/**
 * The {@code consent} table. A consent that has ended never lives again, nor does one
 * that made way for a later one.
 */
@Repository
class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void learn(ConsentEvent event) {
        switch (event) {
            // To ask is not to consent, and neither is to leave it at that.
            case SubscriptionRequested _, RequestDisowned _, DisowningRevoked _, RequestLapsed _ -> {
            }
            // Neither is to look.
            case AccessLinkRequested _ -> {
            }
            case ConsentGiven given -> begin(given);
            case ConsentWithdrawn withdrawn -> end(withdrawn);
        }
    }

    private void begin(ConsentGiven given) {
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, given_at, purpose_version, request_id,
                    statement, privacy_notice, valid_until, receipt_number)
                VALUES (:consentId, :subscriberId, :newsletterId, :givenAt, :purposeVersion, :requestId,
                    :statement, :privacyNotice, :validUntil, :receiptNumber)
                ON CONFLICT (consent_id) DO UPDATE SET given_at = excluded.given_at,
                    purpose_version = excluded.purpose_version, request_id = excluded.request_id,
                    statement = excluded.statement, privacy_notice = excluded.privacy_notice,
                    valid_until = excluded.valid_until, receipt_number = excluded.receipt_number
                WHERE consent.given_at IS NULL
                """)
            .param("consentId", given.consentId())
            .param("subscriberId", given.subscriberId())
            .param("newsletterId", given.newsletterId())
            .param("givenAt", given.occurredAt().atOffset(ZoneOffset.UTC))
            .param("purposeVersion", given.purposeVersion())
            .param("requestId", given.requestId())
            .param("statement", given.statement())
            .param("privacyNotice", given.privacyNotice())
            .param("validUntil", given.validUntil().atOffset(ZoneOffset.UTC))
            .param("receiptNumber", given.receiptNumber())
            .update();
    }

    private void end(ConsentWithdrawn withdrawn) {
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, ended_at, ended_by)
                VALUES (:consentId, :subscriberId, :newsletterId, :endedAt, :eventId)
                ON CONFLICT (consent_id) DO UPDATE SET ended_at = excluded.ended_at, ended_by = excluded.ended_by
                WHERE consent.ended_at IS NULL
                """)
            .param("consentId", withdrawn.consentId())
            .param("subscriberId", withdrawn.subscriberId())
            .param("newsletterId", withdrawn.newsletterId())
            .param("endedAt", withdrawn.occurredAt().atOffset(ZoneOffset.UTC))
            .param("eventId", withdrawn.eventId())
            .update();
    }

}
