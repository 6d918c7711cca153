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
