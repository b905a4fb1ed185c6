-- What an officer has to know of a newsletter before it is published (C-13, C-14), and how
-- it ends.
ALTER TABLE newsletter
    ADD COLUMN retention    text    NOT NULL
        DEFAULT 'The address as long as somebody takes the newsletter, the record of a consent for 6 years after it ends.'
        CHECK (retention <> ''),
    ADD COLUMN for_children boolean NOT NULL DEFAULT false,
    -- The reference of the data-protection impact assessment.
    ADD COLUMN dpia         text    NOT NULL DEFAULT '',
    -- Since when this is the purpose, if it has changed: a statement from before is not about it.
    ADD COLUMN purpose_since timestamptz,
    ADD COLUMN closed_at    timestamptz,
    ADD CONSTRAINT children_have_an_assessment CHECK (NOT for_children OR dpia <> ''),
    ADD CONSTRAINT direct_marketing_needs_consent CHECK (NOT direct_marketing OR lawful_basis = 'uk-gdpr:6(1)(a)');

-- What staff propose for a newsletter; once published, what it was from then on.
CREATE TABLE newsletter_revision (
    review_id        uuid    PRIMARY KEY REFERENCES review,
    newsletter_id    text    NOT NULL CHECK (newsletter_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name             text    NOT NULL CHECK (name <> ''),
    purpose          text    NOT NULL CHECK (purpose <> ''),
    sender           text    NOT NULL CHECK (sender <> ''),
    sender_address   text    NOT NULL CHECK (sender_address <> ''),
    frequency        text    NOT NULL CHECK (frequency <> ''),
    lawful_basis     text    NOT NULL CHECK (lawful_basis IN ('uk-gdpr:6(1)(a)', 'uk-gdpr:6(1)(e)')),
    direct_marketing boolean NOT NULL,
    validity         text    NOT NULL CHECK (validity ~ '^P(\d+Y)?(\d+M)?(\d+D)?$' AND validity <> 'P'
        AND validity::interval BETWEEN interval '1 day' AND interval '36 months'),
    retention        text    NOT NULL CHECK (retention <> ''),
    for_children     boolean NOT NULL,
    dpia             text    NOT NULL,
    position         integer NOT NULL CHECK (position > 0),
    -- It ends the newsletter.
    closes           boolean NOT NULL,
    -- Whether it changes what people agreed to, as its author says. The officer decides (C-29).
    material         boolean,
    reason           text    NOT NULL,
    CHECK (NOT direct_marketing OR lawful_basis = 'uk-gdpr:6(1)(a)'),
    CHECK (NOT closes OR reason <> '')
);

-- The same in languages other than its own.
CREATE TABLE newsletter_revision_text (
    review_id uuid NOT NULL REFERENCES newsletter_revision,
    language  text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
    name      text NOT NULL CHECK (name <> ''),
    purpose   text NOT NULL CHECK (purpose <> ''),
    frequency text NOT NULL CHECK (frequency <> ''),
    PRIMARY KEY (review_id, language)
);

CREATE TRIGGER only_drafts_change BEFORE INSERT OR UPDATE OR DELETE ON newsletter_revision
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_what_is_no_draft();
CREATE TRIGGER only_drafts_change BEFORE INSERT OR UPDATE OR DELETE ON newsletter_revision_text
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_what_is_no_draft();

-- The consents of a closed newsletter are ended in this order.
CREATE INDEX consent_of_newsletter ON consent (newsletter_id, subscriber_id) WHERE ended_at IS NULL;
