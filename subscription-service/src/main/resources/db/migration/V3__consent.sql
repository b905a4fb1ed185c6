-- Somebody typed this person's address into the form. A row means that a letter was
-- asked for.
CREATE TABLE subscription_request (
    id                uuid        PRIMARY KEY,
    subscriber_id     uuid        NOT NULL REFERENCES subscriber,
    requested_at      timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    privacy_notice    text        NOT NULL REFERENCES wording,
    confirmation_mail text        NOT NULL REFERENCES wording,
    language          text        NOT NULL,
    -- Whether all of it was consented to already.
    adds_nothing      boolean     NOT NULL,
    confirmed_at      timestamptz,
    -- Absent if the confirmation changed nothing.
    receipt_number    text        UNIQUE,
    CHECK (receipt_number IS NULL OR confirmed_at IS NOT NULL)
);

CREATE INDEX subscription_request_recent ON subscription_request (subscriber_id, requested_at);

CREATE TABLE requested_newsletter (
    request_id      uuid    NOT NULL REFERENCES subscription_request ON DELETE CASCADE,
    newsletter_id   text    NOT NULL REFERENCES newsletter,
    purpose_version integer NOT NULL,
    statement       text    NOT NULL REFERENCES wording,
    PRIMARY KEY (request_id, newsletter_id)
);

-- One subscriber, one newsletter, one wording. Never edited, only ended with a reason.
CREATE TABLE consent (
    id              uuid        PRIMARY KEY,
    subscriber_id   uuid        NOT NULL REFERENCES subscriber,
    newsletter_id   text        NOT NULL REFERENCES newsletter,
    purpose_version integer     NOT NULL,
    request_id      uuid        NOT NULL REFERENCES subscription_request,
    statement       text        NOT NULL REFERENCES wording,
    given_at        timestamptz NOT NULL,
    valid_until     timestamptz NOT NULL,
    ended_at        timestamptz,
    -- REPLACED: by a new consent to a changed purpose, or after this one had run out.
    ended_by        text        CHECK (ended_by IN ('ONE_CLICK', 'UNSUBSCRIBE_PAGE', 'REPLACED')),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);

-- A person either takes a newsletter or does not.
CREATE UNIQUE INDEX consent_live ON consent (subscriber_id, newsletter_id) WHERE ended_at IS NULL;
