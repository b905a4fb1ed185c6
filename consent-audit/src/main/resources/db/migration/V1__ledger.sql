-- The append-only log: what it holds, the tree over it, and how large it is.

CREATE TABLE entry (
    -- Counts from 0 without gaps.
    leaf_index    bigint      PRIMARY KEY CHECK (leaf_index >= 0),
    -- What makes telling a thing twice harmless.
    event_id      uuid        NOT NULL UNIQUE,
    -- Where the record stood. Offsets have gaps; they prove nothing about completeness.
    topic         text        NOT NULL,
    partition     integer     NOT NULL,
    record_offset bigint      NOT NULL,
    record_key    text,
    type          text        NOT NULL,
    subscriber_id uuid,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    -- The exact bytes that were hashed; never jsonb, which would lose them.
    payload       bytea       NOT NULL,
    leaf_hash     bytea       NOT NULL CHECK (octet_length(leaf_hash) = 32),
    UNIQUE (topic, partition, record_offset)
);
CREATE INDEX entry_subscriber ON entry (subscriber_id) WHERE subscriber_id IS NOT NULL;
CREATE INDEX entry_type_key ON entry (type, record_key, leaf_index);

-- C2SP tlog-tiles: up to 256 hashes each. A tile only grows at its end, so that one row
-- serves the partial tiles of all smaller trees as well.
CREATE TABLE tile (
    level      integer NOT NULL CHECK (level BETWEEN 0 AND 7),
    tile_index bigint  NOT NULL CHECK (tile_index >= 0),
    hashes     bytea   NOT NULL CHECK (octet_length(hashes) % 32 = 0 AND octet_length(hashes) BETWEEN 32 AND 8192),
    PRIMARY KEY (level, tile_index)
);
-- Hashes do not compress.
ALTER TABLE tile ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- One row. Moved by compare-and-set, which fences out a second writer.
CREATE TABLE ledger_head (
    one  boolean PRIMARY KEY DEFAULT true CHECK (one),
    size bigint  NOT NULL CHECK (size >= 0),
    root bytea   NOT NULL CHECK (octet_length(root) = 32)
);
-- The root of a tree without leaves: SHA-256 of nothing.
INSERT INTO ledger_head (size, root)
VALUES (0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');

-- What was signed, word for word.
CREATE TABLE checkpoint (
    size      bigint      PRIMARY KEY CHECK (size > 0),
    root      bytea       NOT NULL CHECK (octet_length(root) = 32),
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL
);
