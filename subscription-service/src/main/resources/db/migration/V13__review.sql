-- What staff propose to residents, and how far it has come: a change to a newsletter, or a
-- wording. The content is in a table of its own, which refers to its row here.
CREATE TABLE review (
    id           uuid        PRIMARY KEY,
    -- What it would change: of each there is one open proposal.
    subject      text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('draft', 'in review', 'published', 'discarded')),
    -- Rises with every step, so that nobody overwrites or approves what they have not seen.
    version      integer     NOT NULL CHECK (version > 0),
    -- Everybody who ever wrote a part of it or submitted it.
    authors      text[]      NOT NULL CHECK (cardinality(authors) > 0),
    submitted_by text,
    submitted_at timestamptz,
    published_by text,
    published_at timestamptz,
    -- The rules once more, for whoever comes with SQL: two pairs of eyes, and nothing out of order.
    CHECK (published_by IS NULL OR NOT published_by = ANY (authors)),
    CHECK (submitted_by IS NULL OR submitted_by = ANY (authors)),
    CHECK ((state IN ('in review', 'published')) = (submitted_by IS NOT NULL)),
    CHECK ((submitted_by IS NULL) = (submitted_at IS NULL)),
    CHECK ((state = 'published') = (published_by IS NOT NULL)),
    CHECK ((published_by IS NULL) = (published_at IS NULL))
);

CREATE UNIQUE INDEX review_open ON review (subject) WHERE state IN ('draft', 'in review');
CREATE INDEX review_subject ON review (subject);

-- Who did what, and when. Only added to.
CREATE TABLE review_step (
    review_id uuid        NOT NULL REFERENCES review,
    -- The version that it led to.
    version   integer     NOT NULL,
    step      text        NOT NULL CHECK (step IN
        ('written', 'submitted', 'withdrawn', 'sent back', 'published', 'discarded')),
    done_by   text        NOT NULL,
    done_at   timestamptz NOT NULL,
    comment   text,
    PRIMARY KEY (review_id, version)
);

CREATE FUNCTION refuse_to_rewrite_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What staff did and decided stays as it was' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER steps_stay BEFORE UPDATE OR DELETE ON review_step
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER all_steps_stay BEFORE TRUNCATE ON review_step
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER a_decision_stays BEFORE UPDATE ON review
    FOR EACH ROW WHEN (OLD.state IN ('published', 'discarded')) EXECUTE FUNCTION refuse_to_rewrite_history();
-- Or whoever wrote it could be taken off the list, and then approve it.
CREATE TRIGGER authors_stay BEFORE UPDATE ON review
    FOR EACH ROW WHEN (NOT NEW.authors @> OLD.authors) EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER reviews_stay BEFORE DELETE ON review
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_history();
CREATE TRIGGER all_reviews_stay BEFORE TRUNCATE ON review
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- What is being looked at, or was decided on, is what it was when it was submitted.
CREATE FUNCTION refuse_to_change_what_is_no_draft() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM review WHERE id IN (OLD.review_id, NEW.review_id) AND state <> 'draft') THEN
        RAISE EXCEPTION 'Only a draft can be changed' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
