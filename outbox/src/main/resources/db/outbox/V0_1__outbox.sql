-- What is true but not told to Kafka yet. Versions below 1 belong to the outbox module.
CREATE TABLE outbox (
    -- Order of telling. A number taken while the caller holds the lock on what the event
    -- is about rises in commit order for that thing, which is all that a key promises.
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    -- Text, never jsonb: the ledger hashes these bytes. NULL is a tombstone.
    payload    text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
