-- A wording that somebody has written and an officer may publish.
CREATE TABLE wording_draft (
    review_id     uuid    PRIMARY KEY REFERENCES review,
    kind          text    NOT NULL CHECK (kind IN ('CONSENT_STATEMENT', 'PRIVACY_NOTICE', 'CONFIRMATION_MAIL',
        'RENEWAL_MAIL', 'PERMISSION_MAIL')),
    newsletter_id text    CHECK (newsletter_id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    language      text    NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
    -- Which part of the last version's number rises.
    rise          text    NOT NULL CHECK (rise IN ('major', 'minor', 'patch')),
    -- The day on which it is to begin; NULL: when it is published.
    begins_on     date,
    text          text    NOT NULL CHECK (text <> ''),
    reason        text    NOT NULL,
    CHECK ((kind = 'CONSENT_STATEMENT') = (newsletter_id IS NOT NULL))
);

CREATE TRIGGER only_drafts_change BEFORE INSERT OR UPDATE OR DELETE ON wording_draft
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_what_is_no_draft();

ALTER TABLE wording
    -- Where it was decided on; NULL if a migration brought it.
    ADD COLUMN review_id uuid UNIQUE REFERENCES review;

-- What residents read is what an officer approved, to the letter.
CREATE FUNCTION refuse_what_was_not_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.review_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM review JOIN wording_draft ON wording_draft.review_id = review.id
            WHERE review.id = NEW.review_id AND state = 'published' AND published_by = NEW.approved_by
                AND wording_draft.kind = NEW.kind AND wording_draft.language = NEW.language
                AND wording_draft.newsletter_id IS NOT DISTINCT FROM NEW.newsletter_id
                AND wording_draft.text = NEW.text) THEN
        RAISE EXCEPTION 'Nobody has approved this' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER only_what_was_approved BEFORE INSERT ON wording
    FOR EACH ROW EXECUTE FUNCTION refuse_what_was_not_approved();
