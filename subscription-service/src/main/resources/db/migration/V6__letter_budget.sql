-- What an address was sent because somebody typed it into the form, so that no form floods a
-- mailbox, however many replicas take forms and however the address is spelt. Kept for a day.
CREATE TABLE letter_budget (
    -- Keyed tag of the plainest spelling. The row is locked while a letter is decided on.
    tag         bytea       PRIMARY KEY,
    -- The owner of the mailbox said that they did not ask.
    muted_until timestamptz
);

CREATE TABLE budgeted_letter (
    id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tag          bytea       NOT NULL REFERENCES letter_budget,
    -- Which were asked for, in one order.
    newsletters  text        NOT NULL,
    -- Whether all of it was consented to already.
    adds_nothing boolean     NOT NULL,
    sent_at      timestamptz NOT NULL
);

CREATE INDEX budgeted_letter_recent ON budgeted_letter (tag, sent_at);
CREATE INDEX budgeted_letter_oldest ON budgeted_letter (sent_at);

ALTER TABLE subscription_request
    ADD COLUMN disowned_at timestamptz,
    -- What the owner was told; absent again once they want letters again.
    ADD COLUMN muted_until timestamptz,
    ADD CHECK (disowned_at IS NULL OR confirmed_at IS NULL),
    ADD CHECK (muted_until IS NULL OR disowned_at IS NOT NULL);

-- What nobody confirmed is deleted in this order.
CREATE INDEX subscription_request_unconfirmed ON subscription_request (expires_at) WHERE confirmed_at IS NULL;

-- A withdrawal can be taken back.
CREATE INDEX consent_of_subscriber ON consent (subscriber_id, newsletter_id, given_at);
CREATE INDEX consent_of_request ON consent (request_id);
