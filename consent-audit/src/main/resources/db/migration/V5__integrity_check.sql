-- What came of recomputing the whole ledger.
CREATE TABLE integrity_check (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    -- How many entries there were.
    size        bigint      NOT NULL,
    -- None is what everybody hopes for.
    faults      text[]      NOT NULL
);
