-- An officer's look at a person: recorded, and told, before anything is shown.
CREATE TABLE person_view (
    -- Random: the page's address says nothing about whom it shows.
    id            uuid        PRIMARY KEY,
    -- NULL where nobody was found.
    subscriber_id uuid,
    officer       text        NOT NULL,
    reason        text        NOT NULL,
    case_number   text        NOT NULL,
    opened_at     timestamptz NOT NULL
);
CREATE INDEX person_view_opened_at ON person_view (opened_at);
