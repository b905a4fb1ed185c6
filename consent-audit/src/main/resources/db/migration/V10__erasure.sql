-- Whoever is erased stays a random id, so that an older contact, read late or again, does not bring
-- the address back.
ALTER TABLE contact
    ALTER COLUMN language DROP NOT NULL,
    ALTER COLUMN address DROP NOT NULL,
    ALTER COLUMN salt DROP NOT NULL,
    ALTER COLUMN tag DROP NOT NULL,
    ADD COLUMN erased_at timestamptz,
    ADD CHECK ((erased_at IS NULL) = (language IS NOT NULL)),
    ADD CHECK ((erased_at IS NULL) = (address IS NOT NULL)),
    ADD CHECK ((erased_at IS NULL) = (salt IS NOT NULL)),
    ADD CHECK ((erased_at IS NULL) = (tag IS NOT NULL));

-- What an event asks of every service (C-27), and who has said that it is done. Without a reference
-- from one to the other: an answer may be read before what it answers.
CREATE TABLE demand (
    event_id      uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('ERASED', 'RESTRICTED', 'ADDRESS_CHANGED')),
    told_at       timestamptz NOT NULL
);
CREATE INDEX demand_told ON demand (told_at);

CREATE TABLE acknowledgement (
    event_id        uuid        NOT NULL,
    service         text        NOT NULL CHECK (length(service) <= 100),
    acknowledged_at timestamptz NOT NULL,
    PRIMARY KEY (event_id, service)
);
