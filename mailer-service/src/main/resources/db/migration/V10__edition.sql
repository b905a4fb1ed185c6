-- One issue of a newsletter.
CREATE TABLE edition (
    edition_id      uuid PRIMARY KEY,
    newsletter_id   text        NOT NULL,
    subject         text        NOT NULL,
    markdown        text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('draft', 'in review', 'approved', 'sending', 'sent')),
    -- Rises with every change, so that nobody overwrites what they have not seen.
    version         integer     NOT NULL,
    -- Everybody who ever wrote a part of it or submitted it.
    authors         text[]      NOT NULL CHECK (cardinality(authors) > 0),
    submitted_by    text,
    submitted_at    timestamptz,
    sha256          text,
    purpose_version integer,
    approved_by     text,
    approved_at     timestamptz,
    slug            text UNIQUE,
    started_by      text,
    started_at      timestamptz,
    sent_at         timestamptz,
    changed_by      text        NOT NULL,
    changed_at      timestamptz NOT NULL,
    -- The rules once more, for whoever comes with SQL: two pairs of eyes, and nothing out of order.
    CHECK (approved_by IS NULL OR NOT approved_by = ANY (authors)),
    CHECK (started_by IS NULL OR NOT started_by = ANY (authors)),
    CHECK ((state = 'draft') = (sha256 IS NULL)),
    CHECK ((sha256 IS NULL) = (submitted_by IS NULL)),
    CHECK ((sha256 IS NULL) = (submitted_at IS NULL)),
    CHECK ((sha256 IS NULL) = (purpose_version IS NULL)),
    CHECK ((state IN ('approved', 'sending', 'sent')) = (approved_by IS NOT NULL)),
    CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
    CHECK ((state IN ('sending', 'sent')) = (slug IS NOT NULL)),
    CHECK ((slug IS NULL) = (started_by IS NULL)),
    CHECK ((slug IS NULL) = (started_at IS NULL)),
    CHECK ((state = 'sent') = (sent_at IS NOT NULL))
);

CREATE INDEX edition_changed ON edition (changed_at DESC);

-- What was ever submitted, by the hash of its bytes. Never changed.
CREATE TABLE submitted_mail (
    edition_id uuid  NOT NULL REFERENCES edition,
    sha256     text  NOT NULL CHECK (sha256 = encode(sha256(mail), 'hex')),
    mail       bytea NOT NULL,
    html       text  NOT NULL,
    text       text  NOT NULL,
    PRIMARY KEY (edition_id, sha256)
);

-- Deferred, because an edition points at what points at it.
ALTER TABLE edition
    ADD FOREIGN KEY (edition_id, sha256) REFERENCES submitted_mail DEFERRABLE INITIALLY DEFERRED;

-- Who did what, and when. Only added to.
CREATE TABLE edition_step (
    edition_id uuid        NOT NULL REFERENCES edition,
    -- The edition's version that it led to.
    version    integer     NOT NULL,
    step       text        NOT NULL CHECK (step IN
        ('written', 'submitted', 'withdrawn', 'sent back', 'approved', 'started', 'finished')),
    done_by    text        NOT NULL,
    done_at    timestamptz NOT NULL,
    comment    text,
    sha256     text,
    PRIMARY KEY (edition_id, version)
);
