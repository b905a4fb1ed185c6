-- What the other services report of a person, kept so that the person can see it. No reference to
-- the subscriber: a report may come late, and must not stop the topic.

-- One edition to one person, and what became of it. Kept as long as the reports are: 30 days.
CREATE TABLE delivered (
    delivery_id   uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL,
    edition_id    uuid        NOT NULL,
    newsletter_id text        NOT NULL,
    consent_id    uuid        NOT NULL,
    outcome       text        NOT NULL,
    at            timestamptz NOT NULL,
    message_id    text        NOT NULL,
    -- The mail relay's last words, without any address.
    relay_reply   text
);
CREATE INDEX delivered_to ON delivered (subscriber_id, at);
CREATE INDEX delivered_oldest ON delivered (at);

CREATE TABLE letter_sent (
    -- Of the report.
    event_id      uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL,
    letter        text        NOT NULL,
    about         text        NOT NULL,
    outcome       text        NOT NULL,
    at            timestamptz NOT NULL,
    message_id    text        NOT NULL,
    relay_reply   text
);
CREATE INDEX letter_sent_to ON letter_sent (subscriber_id, at);
CREATE INDEX letter_sent_oldest ON letter_sent (at);

-- An officer was shown what is known of a person. Not which officer: the case leads to them.
CREATE TABLE looked_at (
    event_id      uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL,
    at            timestamptz NOT NULL,
    reason        text        NOT NULL,
    case_number   text        NOT NULL
);
CREATE INDEX looked_at_whom ON looked_at (subscriber_id, at);
CREATE INDEX looked_at_oldest ON looked_at (at);

-- A person took a copy of what we hold of them.
CREATE TABLE data_copy (
    -- Of the event that told it.
    id            uuid        PRIMARY KEY,
    subscriber_id uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    taken_at      timestamptz NOT NULL,
    format        text        NOT NULL CHECK (format IN ('html', 'json', 'csv'))
);
CREATE INDEX data_copy_of ON data_copy (subscriber_id, taken_at);
