-- Editions as the mailer published them, for everyone to read.
CREATE TABLE published_edition (
    -- An edition is published once: reading the topic again changes nothing.
    edition_id    uuid        PRIMARY KEY,
    slug          text        NOT NULL UNIQUE,
    -- No reference: the mailer's word is enough, and a missing newsletter must not stop the topic.
    newsletter_id text        NOT NULL,
    title         text        NOT NULL,
    language      text        NOT NULL,
    html          text        NOT NULL,
    summary       text        NOT NULL,
    published_at  timestamptz NOT NULL
);

CREATE INDEX published_edition_newest ON published_edition (published_at DESC, edition_id);
