-- What the other services have told us. No decision is made here.

-- Where a subscriber can be reached. Erasure leaves the random id and the time of erasure,
-- so that an older record, read again, does not bring the address back.
CREATE TABLE contact (
    subscriber_id uuid PRIMARY KEY,
    -- Encrypted for this subscriber.
    address       bytea,
    language      text,
    -- Of the record this row is from.
    told_at       timestamptz NOT NULL,
    CHECK ((address IS NULL) = (language IS NULL))
);

-- A row may know the end before the beginning: then it has never been live, and never
-- will be.
CREATE TABLE consent (
    consent_id       uuid PRIMARY KEY,
    subscriber_id    uuid NOT NULL,
    newsletter_id    text NOT NULL,
    given_at         timestamptz,
    purpose_version  integer,
    request_id       uuid,
    statement        text,
    privacy_notice   text,
    valid_until      timestamptz,
    receipt_number   text,
    ended_at         timestamptz,
    -- The event that ended it.
    ended_by         uuid,
    CHECK (given_at IS NULL
        OR (purpose_version IS NOT NULL AND request_id IS NOT NULL AND statement IS NOT NULL
            AND privacy_notice IS NOT NULL AND valid_until IS NOT NULL AND receipt_number IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (given_at IS NOT NULL OR ended_at IS NOT NULL)
);

CREATE INDEX consent_by_newsletter ON consent (newsletter_id, purpose_version) WHERE ended_at IS NULL;
CREATE INDEX consent_by_request ON consent ((request_id::text));

-- The one definition of being allowed to write. Whoever uses it adds the purpose it is for.
CREATE VIEW live_consent AS
    SELECT consent_id, subscriber_id, newsletter_id, purpose_version, given_at
    FROM consent
    WHERE given_at IS NOT NULL AND ended_at IS NULL AND valid_until > now();

CREATE TABLE newsletter (
    id              text PRIMARY KEY,
    name            text        NOT NULL,
    purpose         text        NOT NULL,
    purpose_version integer     NOT NULL,
    sender          text        NOT NULL,
    sender_address  text        NOT NULL,
    frequency       text        NOT NULL,
    language        text        NOT NULL,
    told_at         timestamptz NOT NULL
);

-- Immutable: a text has one hash for ever.
CREATE TABLE wording (
    sha256   text PRIMARY KEY CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    version  text NOT NULL,
    language text NOT NULL,
    text     text NOT NULL
);
