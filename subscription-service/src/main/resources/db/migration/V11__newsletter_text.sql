-- What a newsletter is called in languages other than its own, whose words are in its own
-- row. Where nobody has translated it, it is called by those.
CREATE TABLE newsletter_text (
    newsletter_id text NOT NULL REFERENCES newsletter ON DELETE CASCADE,
    -- BCP 47, without a country: pl.
    language      text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
    name          text NOT NULL CHECK (name <> ''),
    purpose       text NOT NULL CHECK (purpose <> ''),
    frequency     text NOT NULL CHECK (frequency <> ''),
    PRIMARY KEY (newsletter_id, language)
);

-- Each newsletter in the words of a page in this language, or else in its own.
CREATE FUNCTION newsletter_words(page_language text)
    RETURNS TABLE (id text, name text, purpose text, frequency text, language text)
    LANGUAGE sql STABLE AS $$
        SELECT newsletter.id, coalesce(translated.name, newsletter.name),
            coalesce(translated.purpose, newsletter.purpose), coalesce(translated.frequency, newsletter.frequency),
            coalesce(translated.language, newsletter.language)
        FROM newsletter
        LEFT JOIN newsletter_text translated ON translated.newsletter_id = newsletter.id
            AND translated.language = page_language AND page_language <> newsletter.language
    $$;
