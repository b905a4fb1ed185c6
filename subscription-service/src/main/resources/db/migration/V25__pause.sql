-- No newsletters before a day. The latest pause of a subscriber is the one that counts; the others are
-- what happened.
CREATE TABLE pause (
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    paused_at     timestamptz NOT NULL,
    until         timestamptz NOT NULL,
    -- The button was pressed before the time was over.
    resumed_at    timestamptz,
    CHECK (until > paused_at)
);
CREATE INDEX pause_latest ON pause (subscriber_id, paused_at);

CREATE TABLE language_change (
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    changed_at    timestamptz NOT NULL,
    language      text        NOT NULL
);
CREATE INDEX language_change_of_subscriber ON language_change (subscriber_id, changed_at);
