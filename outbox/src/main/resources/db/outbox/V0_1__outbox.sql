-- What is true but not told to Kafka yet. Versions below 1 belong to the outbox module.
CREATE TABLE outbox (
    -- The order of telling. Whoever appends holds the lock on what the key names, so for
    -- one key these rise in commit order, which is all that a key promises.
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic      text        NOT NULL,
    key        text        NOT NULL,
    -- Text, never jsonb: the ledger hashes these bytes. NULL is a tombstone.
    payload    text,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Rows live for a second and are read from the oldest on: dead ones lie in the way. By
-- default they would stay until a fifth of the table is dead.
ALTER TABLE outbox SET (
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 5000,
    autovacuum_vacuum_insert_threshold = -1
);
