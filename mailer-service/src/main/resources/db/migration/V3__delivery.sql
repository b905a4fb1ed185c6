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
    delivery_id     uuid PRIMARY KEY,
    edition_id      uuid        NOT NULL,
    subscriber_id   uuid        NOT NULL,
    -- The consent it was planned under, and the only one it may be sent under.
    consent_id      uuid        NOT NULL,
    status          text        NOT NULL DEFAULT 'waiting'
        CHECK (status IN ('waiting', 'claimed', 'accepted', 'refused', 'suppressed', 'unknown')),
    claimed_by      uuid,
    attempts        integer     NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL DEFAULT now(),
    -- The relay's last words, without any address, unless it accepted.
    reply           text,
    -- Nobody gets an edition twice, whatever is planned twice.
    UNIQUE (edition_id, subscriber_id),
    CHECK ((status = 'claimed') = (claimed_by IS NOT NULL))
);

CREATE INDEX delivery_waiting ON delivery (edition_id, next_attempt_at) WHERE status = 'waiting';
CREATE INDEX delivery_claimed ON delivery (claimed_by) WHERE status = 'claimed';
