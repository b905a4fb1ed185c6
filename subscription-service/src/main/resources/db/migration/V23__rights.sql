-- A person used a right that we have to answer to.
CREATE TABLE rights_request (
    case_id         uuid        PRIMARY KEY,
    subscriber_id   uuid        NOT NULL REFERENCES subscriber ON DELETE CASCADE,
    kind            text        NOT NULL CHECK (kind IN ('ACCESS', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'COMPLAINT')),
    received_at     timestamptz NOT NULL,
    -- By when the law wants an answer, or an acknowledgement of a complaint. Moves with the clock.
    due_at          timestamptz NOT NULL,
    -- What the person wrote, encrypted for this case.
    words           bytea,
    acknowledged_at timestamptz,
    -- Why it takes longer than a month; once.
    extended_for    text,
    -- While we wait for the person the clock stands.
    stopped_at      timestamptz,
    stopped_for     text,
    closed_at       timestamptz,
    outcome         text        CHECK (outcome IN ('fulfilled', 'refused', 'withdrawn')),
    CHECK ((closed_at IS NULL) = (outcome IS NULL)),
    CHECK ((stopped_at IS NULL) = (stopped_for IS NULL)),
    CHECK (words IS NULL OR kind = 'COMPLAINT')
);
CREATE INDEX rights_request_open ON rights_request (due_at) WHERE closed_at IS NULL;
CREATE INDEX rights_request_of ON rights_request (subscriber_id, received_at);

-- What we hold of these people is kept and not used (C-26).
CREATE TABLE restriction (
    subscriber_id uuid        PRIMARY KEY REFERENCES subscriber ON DELETE CASCADE,
    case_id       uuid        NOT NULL,
    since         timestamptz NOT NULL
);
