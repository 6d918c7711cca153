-- The library: which reviews there are, and the key of each. Destroying a review's row destroys its key.

CREATE TABLE review (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    file       TEXT NOT NULL UNIQUE,
    key        BLOB NOT NULL CHECK (length(key) = 32),
    name       TEXT NOT NULL,
    reference  TEXT NOT NULL,
    created_at TEXT NOT NULL,
    opened_at  TEXT NOT NULL
);
