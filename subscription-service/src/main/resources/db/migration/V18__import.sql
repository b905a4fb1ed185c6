-- Addresses that come from elsewhere with evidence of consent, or without (C-16). Nothing comes of
-- a row before an officer who did not bring the file has read what would come of it.
CREATE TABLE address_import (
    id          uuid        PRIMARY KEY,
    -- Where the addresses are from, in the words of who brought them.
    source      text        NOT NULL,
    brought_by  text        NOT NULL,
    brought_at  timestamptz NOT NULL,
    rows        integer     NOT NULL CHECK (rows > 0),
    state       text        NOT NULL CHECK (state IN ('CHECKING', 'CHECKED', 'APPROVED', 'DONE', 'DISCARDED')),
    decided_by  text,
    decided_at  timestamptz,
    finished_at timestamptz,
    -- Two pairs of eyes, for whoever comes with SQL too.
    CHECK (state <> 'APPROVED' AND state <> 'DONE' OR decided_by <> brought_by),
    CHECK ((state IN ('APPROVED', 'DONE', 'DISCARDED')) = (decided_by IS NOT NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
    CHECK ((state IN ('DONE', 'DISCARDED')) = (finished_at IS NOT NULL))
);

-- One line of the file. When the import has ended, how the person is reached is gone from here.
CREATE TABLE import_row (
    import_id      uuid    NOT NULL REFERENCES address_import,
    line           integer NOT NULL CHECK (line > 0),
    -- The id of the subscriber, if there is none with this address yet: what follows is encrypted for it.
    subscriber_id  uuid    NOT NULL,
    tag            bytea,
    address        bytea,
    salt           bytea,
    newsletter_id  text,
    language       text,
    -- What proves the consent; all of it or nothing.
    statement      text    REFERENCES wording,
    privacy_notice text    REFERENCES wording,
    collected_at   timestamptz,
    script         text,
    evidence       text,
    -- What would come of it, and what has: names of Outcome.
    expected       text,
    outcome        text,
    PRIMARY KEY (import_id, line),
    CHECK ((statement IS NULL) = (privacy_notice IS NULL)),
    CHECK ((statement IS NULL) = (collected_at IS NULL)),
    CHECK ((statement IS NULL) = (script IS NULL)),
    CHECK ((statement IS NULL) = (evidence IS NULL)),
    CHECK (evidence ~ '^[A-Za-z0-9-]{1,64}$')
);

-- Where to go on: all lines of one address together.
CREATE INDEX import_row_to_check ON import_row (import_id, tag) WHERE expected IS NULL;
CREATE INDEX import_row_to_do ON import_row (import_id, tag) WHERE outcome IS NULL;

-- Who was asked for permission, so that nobody is asked twice, whoever brings the address again.
CREATE TABLE permission_request (
    -- Keyed tag of the plainest spelling.
    tag           bytea       NOT NULL,
    newsletter_id text        NOT NULL REFERENCES newsletter,
    asked_at      timestamptz NOT NULL,
    PRIMARY KEY (tag, newsletter_id)
);
CREATE INDEX permission_request_oldest ON permission_request (asked_at);
