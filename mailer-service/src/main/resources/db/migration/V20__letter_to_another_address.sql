-- Letters about more than newsletters, and letters to an address that is not, or no longer, the
-- subscriber's.
ALTER TABLE letter
    -- Whose contact it goes to: the subscriber, or an address that is lent for this letter.
    ADD COLUMN recipient_id uuid;
UPDATE letter SET recipient_id = subscriber_id;
ALTER TABLE letter
    ALTER COLUMN recipient_id SET NOT NULL,
    DROP CONSTRAINT letter_kind_check,
    ADD CONSTRAINT letter_kind_check CHECK (kind IN ('please-confirm', 'welcome', 'your-link', 'please-renew',
        'renewal-reminder', 'permission-request', 'confirm-address', 'address-changed', 'erased', 'request-received')),
    DROP CONSTRAINT letter_check2,
    DROP CONSTRAINT letter_items_check,
    ADD CONSTRAINT letter_items_check CHECK (items >= 0 AND (items > 0) = (kind IN ('please-confirm', 'welcome',
        'please-renew', 'renewal-reminder', 'permission-request'))),
    DROP CONSTRAINT letter_privacy_notice_check,
    ADD CONSTRAINT letter_privacy_notice_check CHECK ((privacy_notice IS NOT NULL) = (items > 0)),
    ADD CONSTRAINT letter_confirmation_mail_check CHECK ((confirmation_mail IS NOT NULL) = (kind IN ('please-confirm',
        'please-renew', 'renewal-reminder', 'permission-request')));

ALTER TABLE contact
    -- An address for one letter: from then on it is forgotten, told or not.
    ADD COLUMN lent_until timestamptz;
CREATE INDEX contact_lent ON contact (lent_until) WHERE lent_until IS NOT NULL;

-- Letters for which everything has arrived, whichever topic was read first.
CREATE OR REPLACE VIEW complete_letter AS
    SELECT letter_key
    FROM letter
    JOIN contact ON contact.subscriber_id = recipient_id
    WHERE contact.address IS NOT NULL
        AND (confirmation_mail IS NULL OR EXISTS (SELECT FROM wording WHERE sha256 = confirmation_mail))
        AND items = (
            SELECT count(*)
            FROM letter_item
            JOIN newsletter ON newsletter.id = letter_item.newsletter_id
            JOIN wording ON wording.sha256 = letter_item.statement
            WHERE letter_item.letter_key = letter.letter_key);
