-- A letter with a link to the preferences: it speaks of no newsletter, and of no notice that
-- somebody was shown.
ALTER TABLE letter
    DROP CONSTRAINT letter_kind_check,
    ADD CONSTRAINT letter_kind_check CHECK (kind IN ('please-confirm', 'welcome', 'your-link')),
    DROP CONSTRAINT letter_items_check,
    ADD CONSTRAINT letter_items_check CHECK ((items = 0) = (kind = 'your-link') AND items >= 0),
    ALTER COLUMN privacy_notice DROP NOT NULL,
    ADD CONSTRAINT letter_privacy_notice_check CHECK ((privacy_notice IS NULL) = (kind = 'your-link'));
