-- Since when the subscriber has the address, if it is not their first: what went to an earlier mailbox
-- does not open their pages any more.
ALTER TABLE subscriber ADD COLUMN moved_at timestamptz;

ALTER TABLE lent_address
    -- Of an address that may become a subscriber's: encrypted for this id, and gone with the row.
    ADD COLUMN address bytea;

-- A subscriber wants to be reached at another address. The address itself is in lent_address.
CREATE TABLE address_change (
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    -- The id under which the new address is lent; once it has changed, the former one.
    contact_id    uuid        NOT NULL,
    requested_at  timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    outcome       text        CHECK (outcome IN ('CHANGED', 'LAPSED', 'DISOWNED')),
    -- What the owner of the new mailbox was told; absent again once they want such letters.
    muted_until   timestamptz,
    CHECK ((ended_at IS NULL) = (outcome IS NULL)),
    CHECK (muted_until IS NULL OR outcome = 'DISOWNED')
);
-- The latest wish is the one that counts.
CREATE UNIQUE INDEX address_change_open ON address_change (subscriber_id) WHERE ended_at IS NULL;
CREATE INDEX address_change_of_subscriber ON address_change (subscriber_id, requested_at);
CREATE INDEX address_change_over ON address_change (expires_at) WHERE ended_at IS NULL;
