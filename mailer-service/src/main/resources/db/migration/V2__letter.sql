-- Transactional mail: one row is one letter, by a key that names what it answers.
CREATE TABLE letter (
    -- please-confirm:<request> or welcome:<receipt>: an event told again changes nothing.
    letter_key        text PRIMARY KEY,
    kind              text        NOT NULL CHECK (kind IN ('please-confirm', 'welcome')),
    about             text        NOT NULL,
    subscriber_id     uuid        NOT NULL,
    language          text        NOT NULL,
    -- When it was asked for, or agreed to.
    occurred_at       timestamptz NOT NULL,
    privacy_notice    text        NOT NULL,
    confirmation_mail text,
    -- How many items make it complete.
    items             integer     NOT NULL CHECK (items > 0),
    -- From then on it is no use to anybody, and is not sent.
    expires_at        timestamptz NOT NULL,
    -- Names it in Message-ID and return path, the same at every attempt.
    letter_id         uuid        NOT NULL DEFAULT gen_random_uuid() UNIQUE,
    status            text        NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'claimed', 'accepted', 'refused', 'unknown', 'dropped')),
    -- The process that has it in hand, and in which attempt.
    claimed_by        uuid,
    claim_id          uuid,
    attempts          integer     NOT NULL DEFAULT 0,
    next_attempt_at   timestamptz NOT NULL DEFAULT now(),
    -- How often it was handed over, perhaps, and nobody knows.
    doubts            integer     NOT NULL DEFAULT 0,
    -- The relay's last words, without any address; or why it was dropped.
    reply             text,
    CHECK ((status = 'claimed') = (claimed_by IS NOT NULL)),
    CHECK ((status = 'claimed') = (claim_id IS NOT NULL)),
    CHECK ((kind = 'please-confirm') = (confirmation_mail IS NOT NULL))
);

CREATE INDEX letter_waiting ON letter (next_attempt_at) WHERE status = 'waiting';
CREATE INDEX letter_claimed ON letter (claim_id) WHERE status = 'claimed';

-- One newsletter that a letter speaks of.
CREATE TABLE letter_item (
    letter_key    text NOT NULL REFERENCES letter,
    newsletter_id text NOT NULL,
    statement     text NOT NULL,
    -- Of a welcome: the consent that was given.
    consent_id    uuid,
    PRIMARY KEY (letter_key, newsletter_id)
);

-- Letters for which everything has arrived, whichever topic was read first.
CREATE VIEW complete_letter AS
    SELECT letter_key
    FROM letter
    JOIN contact USING (subscriber_id)
    WHERE contact.address IS NOT NULL
        AND (confirmation_mail IS NULL OR EXISTS (SELECT FROM wording WHERE sha256 = confirmation_mail))
        AND items = (
            SELECT count(*)
            FROM letter_item
            JOIN newsletter ON newsletter.id = letter_item.newsletter_id
            JOIN wording ON wording.sha256 = letter_item.statement
            WHERE letter_item.letter_key = letter.letter_key);

-- Letters that nobody waits for any more, and why.
CREATE VIEW moot_letter AS
    SELECT letter_key, 'expired' AS reason
    FROM letter
    WHERE expires_at <= now()
    UNION ALL
    SELECT letter_key, 'answered'
    FROM letter
    WHERE kind = 'please-confirm' AND EXISTS (SELECT FROM consent WHERE request_id::text = about)
    UNION ALL
    -- All of it was withdrawn again: they have just told us to stop.
    SELECT letter_key, 'withdrawn'
    FROM letter
    WHERE kind = 'welcome'
        AND items = (SELECT count(*) FROM letter_item WHERE letter_item.letter_key = letter.letter_key)
        AND NOT EXISTS (
            SELECT FROM letter_item
            JOIN live_consent USING (consent_id)
            WHERE letter_item.letter_key = letter.letter_key);
