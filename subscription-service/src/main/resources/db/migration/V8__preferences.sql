ALTER TABLE consent
    DROP CONSTRAINT consent_ended_by_check,
    ADD CONSTRAINT consent_ended_by_check
        CHECK (ended_by IN ('ONE_CLICK', 'UNSUBSCRIBE_PAGE', 'PREFERENCES', 'REPLACED'));

-- The page shows all of it, ended or not.
CREATE INDEX consent_past ON consent (subscriber_id, given_at);

-- Somebody wants a link sent to an address, which may be nobody's we know. Answered, and gone,
-- within seconds; until then only a keyed tag of it is here. No key to wait for: an insert must
-- take as long for every address.
CREATE TABLE access_link_wish (
    id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tag bytea  NOT NULL
);

-- A letter with a link, remembered for a day so that nobody floods a mailbox with them.
CREATE TABLE access_link (
    -- Of the event that told it.
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    asked_at      timestamptz NOT NULL
);

CREATE INDEX access_link_recent ON access_link (subscriber_id, asked_at);
CREATE INDEX access_link_oldest ON access_link (asked_at);
