-- That somebody was asked to renew. A consent is told by its end and the purpose it is asked
-- for, not by its id: one that is taken back with the same end is not asked about again.
CREATE TABLE renewal (
    subscriber_id   uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    newsletter_id   text        NOT NULL REFERENCES newsletter,
    valid_until     timestamptz NOT NULL,
    purpose_version integer     NOT NULL,
    -- Absent once it has lapsed: that it was asked is still known.
    request_id      uuid        REFERENCES subscription_request ON DELETE SET NULL,
    asked_at        timestamptz NOT NULL,
    reminded_at     timestamptz,
    -- Asked once, however many replicas are at it.
    PRIMARY KEY (subscriber_id, newsletter_id, valid_until, purpose_version)
);
CREATE INDEX renewal_request ON renewal (request_id);
CREATE INDEX renewal_past ON renewal (valid_until);

-- Whom time does something to: each consent that nobody has ended, and what was asked about it.
-- Who must be left as they are is taken out here, and nowhere else.
CREATE VIEW running_consent AS
    SELECT consent.id, consent.subscriber_id, consent.newsletter_id, consent.purpose_version,
        newsletter.purpose_version AS purpose_now, consent.given_at, consent.valid_until, renewal.request_id,
        renewal.asked_at, renewal.reminded_at,
        request.id IS NOT NULL AND request.confirmed_at IS NULL AND request.disowned_at IS NULL AS open
    FROM consent
    JOIN newsletter ON newsletter.id = consent.newsletter_id
    LEFT JOIN renewal ON renewal.subscriber_id = consent.subscriber_id
        AND renewal.newsletter_id = consent.newsletter_id AND renewal.valid_until = consent.valid_until
        AND renewal.purpose_version = newsletter.purpose_version
    LEFT JOIN subscription_request request ON request.id = renewal.request_id
    WHERE consent.ended_at IS NULL;

CREATE INDEX consent_runs_out ON consent (valid_until) WHERE ended_at IS NULL;
CREATE INDEX consent_of_purpose ON consent (newsletter_id, purpose_version) WHERE ended_at IS NULL;
