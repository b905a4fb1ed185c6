-- All the ways in which a consent ends, and in which it is asked for.
ALTER TABLE consent
    DROP CONSTRAINT consent_ended_by_check,
    ADD CONSTRAINT consent_ended_by_check CHECK (ended_by IN ('ONE_CLICK', 'UNSUBSCRIBE_PAGE', 'PREFERENCES',
        'COMPLAINT', 'STAFF', 'OBJECTION', 'ERASURE', 'EXPIRED', 'NEWSLETTER_CLOSED', 'UNDELIVERABLE', 'REPLACED'));

ALTER TABLE subscription_request
    ADD COLUMN method text NOT NULL DEFAULT 'web-form' CHECK (method IN ('web-form', 'phone', 'paper-form', 'import',
        'permission-request', 'renewal'));

ALTER TABLE wording
    DROP CONSTRAINT wording_kind_check,
    ADD CONSTRAINT wording_kind_check CHECK (kind IN ('CONSENT_STATEMENT', 'PRIVACY_NOTICE', 'CONFIRMATION_MAIL',
        'RENEWAL_MAIL', 'PERMISSION_MAIL'));

-- An address that other services know under an id of its own, for one letter: to a mailbox that
-- is not, or no longer, the subscriber's. It is taken back in time.
CREATE TABLE lent_address (
    id         uuid        PRIMARY KEY,
    lent_until timestamptz NOT NULL
);
CREATE INDEX lent_address_over ON lent_address (lent_until);
