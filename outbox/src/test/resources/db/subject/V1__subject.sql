-- What the events of the tests are about: things that can be counted.
CREATE TABLE subject (
    key   text PRIMARY KEY,
    count int NOT NULL
);
