-- How an agency's layouts have been read, so that its next file in any review is read alike. No words of a case.

CREATE TABLE layout (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    agency    TEXT NOT NULL COLLATE NOCASE,
    signature TEXT NOT NULL,                    -- a digest of the headings
    choices   TEXT NOT NULL,                    -- JSON
    used_at   TEXT NOT NULL,
    UNIQUE (agency, signature)
);
