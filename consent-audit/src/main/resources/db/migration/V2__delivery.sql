-- What the mailer reported. A report is one leaf of the ledger, its manifest; the rows
-- hang below it in a tree of their own.

CREATE TABLE delivery_report (
    leaf_index    bigint      PRIMARY KEY REFERENCES entry,
    edition_id    uuid        NOT NULL,
    newsletter_id text        NOT NULL,
    -- Counts an edition's reports from 1 without gaps: a missing one shows.
    sequence      bigint      NOT NULL,
    planned       bigint      NOT NULL,
    -- How many of its rows say what: an edition to millions is summed up from these.
    accepted      integer     NOT NULL,
    refused       integer     NOT NULL,
    suppressed    integer     NOT NULL,
    unknown       integer     NOT NULL
);
CREATE INDEX delivery_report_edition ON delivery_report (edition_id, sequence);

CREATE TABLE delivery_row (
    leaf_index    bigint      NOT NULL REFERENCES delivery_report,
    position      integer     NOT NULL CHECK (position >= 0),
    delivery_id   uuid        NOT NULL,
    subscriber_id uuid        NOT NULL,
    consent_id    uuid        NOT NULL,
    edition_id    uuid        NOT NULL,
    outcome       text        NOT NULL CHECK (outcome IN ('accepted', 'refused', 'suppressed', 'unknown')),
    at            timestamptz NOT NULL,
    -- The exact bytes of the row as they stood in the record.
    row_bytes     bytea       NOT NULL,
    PRIMARY KEY (leaf_index, position)
);
CREATE INDEX delivery_row_subscriber ON delivery_row (subscriber_id);
