-- Proofs of work that came with a form while a surge was on. Each is good for one form, wherever
-- that form is sent: replicas share this table.
CREATE TABLE spent_puzzle (
    challenge  bytea       PRIMARY KEY,
    -- From then on the proof is refused without looking here.
    expires_at timestamptz NOT NULL
);

CREATE INDEX spent_puzzle_oldest ON spent_puzzle (expires_at);
