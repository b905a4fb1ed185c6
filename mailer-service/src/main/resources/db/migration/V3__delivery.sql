-- The books of one edition. What is not accepted, refused, suppressed or unknown is waiting.
CREATE TABLE mailing (
    edition_id      uuid PRIMARY KEY,
    newsletter_id   text        NOT NULL,
    purpose_version integer     NOT NULL,
    -- Exactly what was approved.
    mail            bytea       NOT NULL,
    -- Right side of its Message-IDs: must not change between two attempts.
    message_domain  text        NOT NULL,
    started_at      timestamptz NOT NULL DEFAULT now(),
    planned         bigint      NOT NULL DEFAULT 0,
    accepted        bigint      NOT NULL DEFAULT 0,
    refused         bigint      NOT NULL DEFAULT 0,
    suppressed      bigint      NOT NULL DEFAULT 0,
    unknown         bigint      NOT NULL DEFAULT 0,
    -- Number of the last report told.
    reports         bigint      NOT NULL DEFAULT 0,
    -- Why mails wait though they were tried.
    trouble         text,
    finished_at     timestamptz,
    CHECK (accepted + refused + suppressed + unknown <= planned),
    CHECK (finished_at IS NULL OR accepted + refused + suppressed + unknown = planned)
);

CREATE INDEX mailing_unfinished ON mailing (started_at) WHERE finished_at IS NULL;

-- One edition to one subscriber.
CREATE TABLE delivery (
    -- Names it in Message-ID and return path.
    delivery_id     uuid PRIMARY KEY,
    edition_id      uuid        NOT NULL,
    subscriber_id   uuid        NOT NULL,
    -- The consent it was planned under, and the only one it may be sent under.
    consent_id      uuid        NOT NULL,
    status          text        NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'claimed', 'accepted', 'refused', 'suppressed', 'unknown')),
    -- The process that has it in hand, and which of its handfuls.
    claimed_by      uuid,
    claim_id        uuid,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    -- The relay's last words, without any address, unless it accepted.
    reply           text,
    -- Nobody gets an edition twice, whatever is planned twice.
    UNIQUE (edition_id, subscriber_id),
    CHECK ((status = 'claimed') = (claimed_by IS NOT NULL)),
    CHECK ((status = 'claimed') = (claim_id IS NOT NULL))
);

CREATE INDEX delivery_waiting ON delivery (edition_id, next_attempt_at) WHERE status = 'waiting';
CREATE INDEX delivery_claimed ON delivery (claim_id) WHERE status = 'claimed';

-- What decides whether a delivery may be handed over: I-1. Live means the very consent it
-- was planned under, for the purpose the edition was written for.
CREATE VIEW judged_delivery AS
    SELECT delivery.delivery_id, contact.address, consent.ended_by,
        live_consent.consent_id IS NOT NULL AND contact.address IS NOT NULL AS live
    FROM delivery
    JOIN mailing USING (edition_id)
    LEFT JOIN consent USING (consent_id)
    LEFT JOIN live_consent ON live_consent.consent_id = delivery.consent_id
        AND live_consent.subscriber_id = delivery.subscriber_id
        AND live_consent.newsletter_id = mailing.newsletter_id
        AND live_consent.purpose_version = mailing.purpose_version
    LEFT JOIN contact ON contact.subscriber_id = delivery.subscriber_id;
