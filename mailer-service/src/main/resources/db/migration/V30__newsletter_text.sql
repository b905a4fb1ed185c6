-- What a newsletter is called in languages other than its own: its letters are in the language of who gets them.
CREATE TABLE newsletter_text (
    newsletter_id text NOT NULL REFERENCES newsletter,
    language      text NOT NULL,
    name          text NOT NULL,
    purpose       text NOT NULL,
    frequency     text NOT NULL,
    PRIMARY KEY (newsletter_id, language)
);
