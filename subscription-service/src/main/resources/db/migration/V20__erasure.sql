-- Whoever is erased stays a random id: their consents, which are evidence, refer to it. Nothing is left
-- by which they could be found or written to, and the same address is somebody new.
ALTER TABLE subscriber
    ALTER COLUMN tag DROP NOT NULL,
    ALTER COLUMN address DROP NOT NULL,
    ALTER COLUMN salt DROP NOT NULL,
    ALTER COLUMN language DROP NOT NULL,
    ADD COLUMN erased_at timestamptz,
    ADD CHECK ((erased_at IS NULL) = (tag IS NOT NULL)),
    ADD CHECK ((erased_at IS NULL) = (address IS NOT NULL)),
    ADD CHECK ((erased_at IS NULL) = (salt IS NOT NULL)),
    ADD CHECK ((erased_at IS NULL) = (language IS NOT NULL));

-- Contacts whose tombstone is told once more. Kafka cleans only what lies before the segment that is
-- being written, and begins a new one only when something is written.
CREATE TABLE tombstone (
    contact_id uuid        PRIMARY KEY,
    again_at   timestamptz NOT NULL
);
CREATE INDEX tombstone_again ON tombstone (again_at);

-- Addresses that are not written to any more, whoever types them into a form (C-25). Nothing here
-- leads to the subscriber who once had the address: no id of theirs, and the day, not the time.
CREATE TABLE suppression (
    id         uuid  PRIMARY KEY,
    -- The first four bytes name the key. Its key is used for nothing else.
    tag        bytea NOT NULL CHECK (octet_length(tag) = 36),
    key_id     bytea NOT NULL GENERATED ALWAYS AS (substring(tag FROM 1 FOR 4)) STORED,
    reason     text  NOT NULL CHECK (reason IN ('objection', 'complaint', 'undeliverable', 'erasure', 'staff')),
    scope      text  NOT NULL DEFAULT 'everything' CHECK (scope = 'everything'),
    added_on   date  NOT NULL,
    -- Absent if it does not end by itself.
    ends_on    date  CHECK (ends_on > added_on),
    UNIQUE (tag, reason),
    CHECK ((ends_on IS NOT NULL) = (reason = 'undeliverable'))
);
CREATE INDEX suppression_ends ON suppression (ends_on) WHERE ends_on IS NOT NULL;
