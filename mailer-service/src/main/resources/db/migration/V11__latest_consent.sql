-- The one definition of being allowed to write. Whoever uses it adds the purpose it is for.
--
-- A person has one consent to a newsletter at a time: the latest. Nobody tells the end of
-- one that makes way for a later one, and it does not come back when that one ends. Of a
-- consent of which only the end is known, that is when it was the latest, if not before.
CREATE OR REPLACE VIEW live_consent AS
    SELECT consent_id, subscriber_id, newsletter_id, purpose_version, given_at
    FROM consent
    WHERE given_at IS NOT NULL AND ended_at IS NULL AND valid_until > now()
        AND NOT EXISTS (
            SELECT FROM consent AS later
            WHERE later.subscriber_id = consent.subscriber_id AND later.newsletter_id = consent.newsletter_id
                AND (coalesce(later.given_at, later.ended_at), later.consent_id)
                    > (consent.given_at, consent.consent_id));

CREATE INDEX consent_by_subscriber ON consent (subscriber_id, newsletter_id);
