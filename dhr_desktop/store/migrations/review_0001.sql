-- A review. Rules that `store.triggers` relies on when it writes the journal's triggers from this schema:
--   a journalled table has `id INTEGER PRIMARY KEY AUTOINCREMENT`, so that a row's id never comes to mean another row;
--   a table with a BLOB column is kept: rows are added inside a step and never changed or removed, so the journal
--   names them (by their digest, in the rows that point at them) instead of copying megabytes;
--   generated columns and full-text tables are derived, and never journalled.

-- The journal itself.

CREATE TABLE step (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'take back')),
    label       TEXT NOT NULL,
    at          TEXT NOT NULL,
    of_step     INTEGER REFERENCES step (id),   -- the step that was undone, redone or taken back
    head        INTEGER,                        -- what Undo would undo after this step
    ahead       INTEGER,                        -- what Redo would redo after this step
    last_change INTEGER NOT NULL,
    changes     INTEGER NOT NULL,
    hash        TEXT NOT NULL
);
CREATE INDEX step_of_step ON step (of_step);

CREATE TABLE change (
    id         INTEGER PRIMARY KEY,
    step_id    INTEGER NOT NULL,                -- the step's own row is written last, with its hash
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    op         TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
    old        TEXT,
    new        TEXT
);
CREATE INDEX change_of_row ON change (table_name, row_id);

-- Holds one row while a step is open, and none in any committed state of the file.
CREATE TABLE open_step (
    id   INTEGER PRIMARY KEY,
    kind TEXT NOT NULL
);

-- The review.

CREATE TABLE review (
    id          INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id = 1),
    name        TEXT NOT NULL,
    label       TEXT NOT NULL,
    reference   TEXT NOT NULL,
    partnership TEXT NOT NULL,
    chair       TEXT NOT NULL,
    died_on     TEXT NOT NULL,
    scope_from  TEXT NOT NULL,
    scope_to    TEXT NOT NULL,
    terms       TEXT NOT NULL
);

CREATE TABLE agency (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    name         TEXT NOT NULL,
    colour       INTEGER NOT NULL,
    contribution TEXT NOT NULL
);
CREATE UNIQUE INDEX agency_name ON agency (name COLLATE NOCASE);

-- What agencies sent.

CREATE TABLE original (
    sha256 TEXT PRIMARY KEY,
    data   BLOB NOT NULL
);

CREATE TABLE submission (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    agency_id   INTEGER NOT NULL REFERENCES agency (id),
    file_name   TEXT NOT NULL,
    sha256      TEXT NOT NULL REFERENCES original (sha256),
    size        INTEGER NOT NULL,
    sender      TEXT NOT NULL,
    received_at TEXT NOT NULL,
    layout      TEXT NOT NULL,
    rows        INTEGER NOT NULL DEFAULT 0,
    imported    INTEGER NOT NULL DEFAULT 0,
    skipped     INTEGER NOT NULL DEFAULT 0,
    errors      INTEGER NOT NULL DEFAULT 0,
    step_id     INTEGER
);
CREATE INDEX submission_agency ON submission (agency_id);
CREATE INDEX submission_sha256 ON submission (sha256);

CREATE TABLE source_table (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id INTEGER NOT NULL REFERENCES submission (id),
    name          TEXT NOT NULL,
    headings      TEXT NOT NULL
);
CREATE INDEX source_table_submission ON source_table (submission_id);

CREATE TABLE source_row (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    source_table_id INTEGER NOT NULL REFERENCES source_table (id),
    row             INTEGER NOT NULL,
    cells           TEXT NOT NULL,
    outcome         TEXT NOT NULL,
    reason          TEXT NOT NULL
);
CREATE INDEX source_row_table ON source_row (source_table_id);

-- Nothing an agency wrote is ever changed; it goes only when the import that brought it is undone or taken back.
CREATE TRIGGER source_table_stays_as_written BEFORE UPDATE ON source_table
BEGIN SELECT RAISE(ABORT, 'an agency''s table is never changed'); END;
CREATE TRIGGER source_row_stays_as_written BEFORE UPDATE ON source_row
BEGIN SELECT RAISE(ABORT, 'an agency''s row is never changed'); END;
CREATE TRIGGER source_table_is_not_deleted BEFORE DELETE ON source_table
BEGIN SELECT RAISE(ABORT, 'an agency''s table is never deleted') WHERE EXISTS (SELECT 1 FROM open_step WHERE kind = 'do'); END;
CREATE TRIGGER source_row_is_not_deleted BEFORE DELETE ON source_row
BEGIN SELECT RAISE(ABORT, 'an agency''s row is never deleted') WHERE EXISTS (SELECT 1 FROM open_step WHERE kind = 'do'); END;

-- The timeline. `rank` packs domain.entries.sort_key (see store.ordering); 'day_from' and 'day_to' are YYYYMMDD.

CREATE TABLE entry (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    agency_id      INTEGER NOT NULL REFERENCES agency (id),
    submission_id  INTEGER REFERENCES submission (id),
    source_row_id  INTEGER REFERENCES source_row (id),
    date_edtf      TEXT NOT NULL,
    date_written   TEXT NOT NULL,
    time           TEXT NOT NULL,
    time_written   TEXT NOT NULL,
    reported_edtf  TEXT NOT NULL,
    reported_time  TEXT NOT NULL,
    text           TEXT NOT NULL,
    action         TEXT NOT NULL,
    source         TEXT NOT NULL,
    reference      TEXT NOT NULL,
    people         TEXT NOT NULL,
    comment        TEXT NOT NULL,
    other          TEXT NOT NULL,
    doubts         TEXT NOT NULL,
    source_order   INTEGER NOT NULL,
    rank           INTEGER NOT NULL,
    day_from       INTEGER NOT NULL,
    day_to         INTEGER NOT NULL,
    place          INTEGER AS (ifnull(submission_id, 1 << 30) << 32 | source_order) VIRTUAL,
    month          INTEGER AS ((rank >> 33) / 100) VIRTUAL,
    doubtful       INTEGER AS (doubts <> '[]') VIRTUAL
);
-- Each covers every filter but the text, so that the order and the strip of 100,000 entries are read from them alone.
CREATE INDEX entry_order ON entry (rank, place, id, agency_id, day_from, day_to, doubtful);
CREATE INDEX entry_month ON entry (agency_id, month, day_from, day_to, doubtful);
CREATE INDEX entry_submission ON entry (submission_id);
CREATE INDEX entry_source_row ON entry (source_row_id);

-- The words of the entries, without the entries; brought up to date by store.search at the end of every step. Prefixes
-- of one and two letters have an index of their own because they match nearly everything.
CREATE VIRTUAL TABLE entry_words USING fts5 (
    text, action, source, reference, people, comment, date_written,
    content = '', contentless_delete = 1, prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- People, the chair's own text, and what has been handed over.

CREATE TABLE person (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    real_name    TEXT NOT NULL,
    role         TEXT NOT NULL,
    pseudonym    TEXT NOT NULL,
    relationship TEXT NOT NULL
);

CREATE TABLE name_form (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL,
    form      TEXT NOT NULL,
    kind      TEXT NOT NULL
);
CREATE INDEX name_form_person ON name_form (person_id);

CREATE TABLE passage (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    section  TEXT NOT NULL,
    text     TEXT NOT NULL,
    UNIQUE (document, section)
);

CREATE TABLE sealed_copy (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient TEXT NOT NULL,
    file_name TEXT NOT NULL,
    format    TEXT NOT NULL,
    edition   TEXT NOT NULL,
    sha256    TEXT NOT NULL,
    sealed_at TEXT NOT NULL
);
