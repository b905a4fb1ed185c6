-- What residents can sign up for. Staff pages for it come later; until then a migration
-- fills it.
CREATE TABLE newsletter (
    -- Stable and readable: it is in addresses, events and List-Id.
    id               text        PRIMARY KEY CHECK (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name             text        NOT NULL,
    purpose          text        NOT NULL,
    -- Rises when the purpose changes, which needs new consent.
    purpose_version  integer     NOT NULL DEFAULT 1 CHECK (purpose_version > 0),
    sender           text        NOT NULL,
    sender_address   text        NOT NULL,
    frequency        text        NOT NULL,
    lawful_basis     text        NOT NULL DEFAULT 'uk-gdpr:6(1)(a)',
    direct_marketing boolean     NOT NULL,
    -- How long a consent lasts: an ISO 8601 period.
    validity         text        NOT NULL DEFAULT 'P24M' CHECK (validity ~ '^P(\d+Y)?(\d+M)?(\d+D)?$' AND validity <> 'P'),
    language         text        NOT NULL,
    position         integer     NOT NULL,
    published_at     timestamptz,
    -- SHA-256 (hex) of what Kafka was last told about it.
    told             text
);

-- Every version of what a person was shown. Consents refer to it by the hash of its text.
CREATE TABLE wording (
    sha256         text        PRIMARY KEY CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    kind           text        NOT NULL CHECK (kind IN ('CONSENT_STATEMENT', 'PRIVACY_NOTICE', 'CONFIRMATION_MAIL')),
    -- NULL: for every newsletter of the city.
    newsletter_id  text        REFERENCES newsletter,
    version        text        NOT NULL CHECK (version ~ '^\d+\.\d+\.\d+$'),
    language       text        NOT NULL,
    text           text        NOT NULL,
    effective_from timestamptz NOT NULL,
    approved_by    text        NOT NULL,
    CHECK ((kind = 'CONSENT_STATEMENT') = (newsletter_id IS NOT NULL)),
    UNIQUE NULLS NOT DISTINCT (kind, newsletter_id, language, version),
    UNIQUE NULLS NOT DISTINCT (kind, newsletter_id, language, effective_from)
);

-- C-03: what a person agreed to stays what it was, whoever is at the keyboard.
CREATE FUNCTION refuse_to_change_a_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A wording is never changed or deleted: add a new version' USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER wording_is_immutable BEFORE UPDATE OR DELETE ON wording
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_a_wording();
CREATE TRIGGER wordings_stay BEFORE TRUNCATE ON wording
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_a_wording();
