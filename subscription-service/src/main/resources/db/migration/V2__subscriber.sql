-- Who asked for a newsletter, under a random id. Its row is what is locked while anything
-- about this person is decided, so that one decision is made at a time and events are
-- told in the order of the decisions.
CREATE TABLE subscriber (
    id         uuid        PRIMARY KEY,
    -- Keyed tag of the canonical address: one person, one row.
    tag        bytea       NOT NULL UNIQUE,
    -- Encrypted for this id.
    address    bytea       NOT NULL,
    salt       bytea       NOT NULL,
    language   text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
