-- Processes that may hand mail over. One whose time has run out is dead, and what it had
-- claimed is sorted by the others.
CREATE TABLE sender (
    sender_id  uuid PRIMARY KEY,
    held_until timestamptz NOT NULL
);
