-- Words that have been typed and cannot be a step yet, such as half an entry. `place` says where they were being typed.
-- No part of the record: the journal knows nothing of them, so they are neither undone nor told of in the history.
CREATE TABLE draft_words (
    place   TEXT NOT NULL,
    field   TEXT NOT NULL,
    words   TEXT NOT NULL,
    changed TEXT NOT NULL,                      -- in which turn, with leading zeros: what was written last has most
    PRIMARY KEY (place, field)
) WITHOUT ROWID;

-- What follows some files of version 3 have already: a column that is there is not added again (store.migrate).
DROP INDEX entry_month;
CREATE INDEX entry_month ON entry (agency_id, month, origin);
CREATE INDEX IF NOT EXISTS entry_distressing ON entry (id, event_id, source_row_id) WHERE distressing;

-- Until when a reply was last asked for (EDTF), and each later asking as [ISO day, of whom] (JSON).
ALTER TABLE question ADD COLUMN reply_by TEXT NOT NULL DEFAULT '';
ALTER TABLE question ADD COLUMN asked_again TEXT NOT NULL DEFAULT '[]';

-- What was decided outlasts an event that is dissolved, so `event_id` refers to none that must be there: it is kept with
-- the entries of `accounts`, and goes to the event in which they stand together again. `decided_by` is a person's name.
ALTER TABLE decision ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
CREATE TABLE decision_kept (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('settled', 'asked', 'reopened')),
    finding     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    accounts    TEXT NOT NULL,
    decided_at  TEXT NOT NULL,
    decided_by  TEXT NOT NULL DEFAULT '',
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL
);
INSERT INTO decision_kept
SELECT id, event_id, kind, outcome, finding, reason, accounts, decided_at, decided_by, question_id FROM decision;
DELETE FROM sqlite_sequence WHERE name = 'decision_kept';
INSERT INTO sqlite_sequence (name, seq) SELECT 'decision_kept', seq FROM sqlite_sequence WHERE name = 'decision';
DROP TABLE decision;
ALTER TABLE decision_kept RENAME TO decision;
CREATE INDEX decision_event ON decision (event_id, kind);
CREATE INDEX decision_question ON decision (question_id);

-- The parts of the index that single edits leave are merged between steps (store.upkeep), and within one only when
-- they are many.
INSERT INTO entry_words (entry_words, rank) VALUES ('automerge', 8);
