-- How an officer finds a person. Erasure deletes the contact: what stays in the ledger is
-- a random id whose commitments nobody can open again.

CREATE TABLE contact (
    subscriber_id uuid        PRIMARY KEY,
    language      text        NOT NULL,
    -- Encrypted for this subscriber.
    address       bytea       NOT NULL,
    salt          bytea       NOT NULL,
    -- Keyed; an address is found by it and cannot be read from it.
    tag           bytea       NOT NULL,
    told_at       timestamptz NOT NULL
);
CREATE INDEX contact_tag ON contact (tag);

CREATE TABLE receipt (
    leaf_index     bigint PRIMARY KEY REFERENCES entry,
    receipt_number text   NOT NULL,
    subscriber_id  uuid   NOT NULL
);
CREATE INDEX receipt_number ON receipt (upper(receipt_number));
