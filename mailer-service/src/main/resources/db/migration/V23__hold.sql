-- Why somebody gets no edition for a time though they consent to it: they paused, or what we hold of
-- them may not be used. Of each kind the latest word counts.
CREATE TABLE hold (
    subscriber_id uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('paused', 'restricted')),
    -- From then on it holds nothing back: 'infinity' if nobody knows when, '-infinity' once it is lifted.
    until         timestamptz NOT NULL,
    -- What told it, and when: an older word, read again, does not undo a newer one.
    event_id      uuid        NOT NULL,
    told_at       timestamptz NOT NULL,
    PRIMARY KEY (subscriber_id, kind)
);

-- Whom an edition may go to now. Live consent alone is what letters go by.
CREATE VIEW deliverable_consent AS
    SELECT consent_id, subscriber_id, newsletter_id, purpose_version
    FROM live_consent
    WHERE NOT EXISTS (
        SELECT FROM hold WHERE hold.subscriber_id = live_consent.subscriber_id AND until > now());

-- What decides whether a delivery may be handed over: I-1. Live means the very consent it was
-- planned under, for the purpose the edition was written for, and nothing that holds it back.
CREATE OR REPLACE VIEW judged_delivery AS
    SELECT delivery.delivery_id, contact.address, coalesce(consent.ended_by, held.event_id) AS ended_by,
        live_consent.consent_id IS NOT NULL AND contact.address IS NOT NULL AND held.event_id IS NULL AS live
    FROM delivery
    JOIN mailing USING (edition_id)
    LEFT JOIN consent USING (consent_id)
    LEFT JOIN live_consent ON live_consent.consent_id = delivery.consent_id
        AND live_consent.subscriber_id = delivery.subscriber_id
        AND live_consent.newsletter_id = mailing.newsletter_id
        AND live_consent.purpose_version = mailing.purpose_version
    LEFT JOIN contact ON contact.subscriber_id = delivery.subscriber_id
    LEFT JOIN LATERAL (
        SELECT event_id FROM hold
        WHERE hold.subscriber_id = delivery.subscriber_id AND until > now()
        ORDER BY kind
        LIMIT 1) AS held ON true;
