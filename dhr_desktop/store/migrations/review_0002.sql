-- Importing in depth: revised submissions, the shape of each table as its file shows it, and agencies' abbreviations.

-- The submission that this one is a revision of; the older one stays in the record.
ALTER TABLE submission ADD COLUMN replaces_id INTEGER REFERENCES submission (id);

-- JSON: what of the table was hidden, what its merged cells cover, where its headings stand (domain.entries.TableShape).
ALTER TABLE source_table ADD COLUMN shape TEXT NOT NULL DEFAULT '{}';

CREATE TABLE glossary_term (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id INTEGER NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
    place         INTEGER NOT NULL,
    term          TEXT NOT NULL,
    meaning       TEXT NOT NULL
);
CREATE INDEX glossary_term_submission ON glossary_term (submission_id);

-- What the chair notes about a submission, and when its import was taken back while entries of it stay.
ALTER TABLE submission ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE submission ADD COLUMN taken_back_at TEXT NOT NULL DEFAULT '';

-- Copies of originals that have left this safe place, by the digest of their bytes.
CREATE TABLE original_copy (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256    TEXT NOT NULL REFERENCES original (sha256),
    file_name TEXT NOT NULL,
    saved_at  TEXT NOT NULL
);
CREATE INDEX original_copy_sha256 ON original_copy (sha256);
