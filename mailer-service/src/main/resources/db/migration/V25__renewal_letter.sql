-- What a letter that asks to renew is about: the consents that its reader still has.
CREATE VIEW renewed_consent AS
    SELECT letter_item.letter_key, letter_item.newsletter_id, consent.valid_until,
        -- What was agreed to, if the newsletter is for something else by now.
        CASE WHEN consent.purpose_version <> newsletter.purpose_version THEN former.text END AS former
    FROM letter_item
    JOIN letter ON letter.letter_key = letter_item.letter_key AND letter.kind IN ('please-renew', 'renewal-reminder')
    JOIN live_consent ON live_consent.subscriber_id = letter.subscriber_id
        AND live_consent.newsletter_id = letter_item.newsletter_id
    JOIN consent ON consent.consent_id = live_consent.consent_id
    JOIN newsletter ON newsletter.id = letter_item.newsletter_id
    LEFT JOIN wording former ON former.sha256 = consent.statement;

-- Letters that nobody waits for any more, and why.
CREATE OR REPLACE VIEW moot_letter AS
    SELECT letter_key, 'expired' AS reason
    FROM letter
    WHERE expires_at <= now()
    UNION ALL
    SELECT letter_key, 'answered'
    FROM letter
    WHERE kind IN ('please-confirm', 'permission-request', 'please-renew', 'renewal-reminder')
        AND EXISTS (SELECT FROM consent WHERE request_id::text = about)
    UNION ALL
    -- All of it was withdrawn again: they have just told us to stop.
    SELECT letter_key, 'withdrawn'
    FROM letter
    WHERE kind = 'welcome'
        AND items = (SELECT count(*) FROM letter_item WHERE letter_item.letter_key = letter.letter_key)
        AND NOT EXISTS (
            SELECT FROM letter_item
            JOIN live_consent USING (consent_id)
            WHERE letter_item.letter_key = letter.letter_key)
    UNION ALL
    -- There is nothing left to renew: it was withdrawn, or has run out.
    SELECT letter_key, 'ended'
    FROM letter
    WHERE kind IN ('please-renew', 'renewal-reminder')
        AND NOT EXISTS (SELECT FROM renewed_consent WHERE renewed_consent.letter_key = letter.letter_key)
    UNION ALL
    -- It waited so long that the reminder waits too: one of the two is enough.
    SELECT letter_key, 'overtaken'
    FROM letter
    WHERE kind = 'please-renew'
        AND EXISTS (SELECT FROM letter later WHERE later.letter_key = 'renewal-reminder:' || letter.about);

-- Letters that wait until what we hold of their reader may be used again. The others answer
-- something that the person did.
CREATE VIEW held_letter AS
    SELECT letter_key
    FROM letter
    JOIN hold USING (subscriber_id)
    WHERE letter.kind IN ('please-renew', 'renewal-reminder', 'permission-request')
        AND hold.kind = 'restricted' AND hold.until > now();
