package newsletter.mailer.audience;

import java.time.ZoneOffset;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import newsletter.events.ConsentEvent;
import newsletter.events.ConsentEvent.AccessLinkRequested;
import newsletter.events.ConsentEvent.AddressChangeLapsed;
import newsletter.events.ConsentEvent.AddressChangeRequested;
import newsletter.events.ConsentEvent.AddressChanged;
import newsletter.events.ConsentEvent.ConsentEnded;
import newsletter.events.ConsentEvent.ConsentExpired;
import newsletter.events.ConsentEvent.ConsentGiven;
import newsletter.events.ConsentEvent.ConsentWithdrawn;
import newsletter.events.ConsentEvent.DataExported;
import newsletter.events.ConsentEvent.DeliveriesPaused;
import newsletter.events.ConsentEvent.DeliveriesResumed;
import newsletter.events.ConsentEvent.DisowningRevoked;
import newsletter.events.ConsentEvent.EvidenceRecorded;
import newsletter.events.ConsentEvent.LanguageChanged;
import newsletter.events.ConsentEvent.ProcessingRestricted;
import newsletter.events.ConsentEvent.RenewalReminded;
import newsletter.events.ConsentEvent.RequestDisowned;
import newsletter.events.ConsentEvent.RequestLapsed;
import newsletter.events.ConsentEvent.RestrictionLifted;
import newsletter.events.ConsentEvent.RightsRequestAcknowledged;
import newsletter.events.ConsentEvent.RightsRequestClosed;
import newsletter.events.ConsentEvent.RightsRequestReceived;
import newsletter.events.ConsentEvent.SubscriberErased;
import newsletter.events.ConsentEvent.SubscriptionRequested;
import newsletter.events.ConsentEvent.SuppressionAdded;
import newsletter.events.ConsentEvent.SuppressionLifted;

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
            case EvidenceRecorded _, RenewalReminded _ -> {
            }
            // Neither is to look.
            case AccessLinkRequested _, DataExported _ -> {
            }
            // Of how a person is reached the contact tells.
            case AddressChangeRequested _, AddressChangeLapsed _, AddressChanged _, LanguageChanged _ -> {
            }
            // A consent that is held back lives on.
            case DeliveriesPaused _, DeliveriesResumed _ -> {
            }
            case ProcessingRestricted _, RestrictionLifted _ -> {
            }
            // What follows from a right is told by itself.
            case RightsRequestReceived _, RightsRequestAcknowledged _, RightsRequestClosed _ -> {
            }
            // The end of each consent is told by itself.
            case SubscriberErased _ -> {
            }
            // Whoever is suppressed is asked for nothing, and has nothing that lives.
            case SuppressionAdded _, SuppressionLifted _ -> {
            }
            case ConsentGiven given -> begin(given);
            case ConsentWithdrawn withdrawn -> end(withdrawn, withdrawn.consentId(), withdrawn.newsletterId());
            case ConsentExpired expired -> end(expired, expired.consentId(), expired.newsletterId());
            case ConsentEnded ended -> end(ended, ended.consentId(), ended.newsletterId());
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

    private void end(ConsentEvent event, UUID consentId, String newsletterId) {
        this.jdbc.sql("""
                INSERT INTO consent (consent_id, subscriber_id, newsletter_id, ended_at, ended_by)
                VALUES (:consentId, :subscriberId, :newsletterId, :endedAt, :eventId)
                ON CONFLICT (consent_id) DO UPDATE SET ended_at = excluded.ended_at, ended_by = excluded.ended_by
                WHERE consent.ended_at IS NULL
                """)
            .param("consentId", consentId)
            .param("subscriberId", event.subscriberId())
            .param("newsletterId", newsletterId)
            .param("endedAt", event.occurredAt().atOffset(ZoneOffset.UTC))
            .param("eventId", event.eventId())
            .update();
    }

}
