-- Told by name that a person is erased, and not only that their contact is gone: nothing that is read
-- later, or again, brings an address back.
ALTER TABLE contact
    ADD COLUMN erased_at timestamptz,
    ADD CHECK (erased_at IS NULL OR address IS NULL);

-- What we have said to have done (C-27), so that reading it again says nothing more.
CREATE TABLE acknowledged (
    event_id        uuid        PRIMARY KEY,
    acknowledged_at timestamptz NOT NULL
);
