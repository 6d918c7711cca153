-- The timeline editor: events, what entries mean, questions to agencies, disagreements and saved views.

-- An event groups entries of several agencies about one happening. Headline and date are in the chair's words.
CREATE TABLE event (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    headline  TEXT NOT NULL,
    date_edtf TEXT NOT NULL,                    -- '' until the chair has chosen one
    time      TEXT NOT NULL,
    note      TEXT NOT NULL
);

ALTER TABLE entry ADD COLUMN event_id INTEGER REFERENCES event (id);
-- What the chair makes of an entry: 0 not yet read, 1 routine, 2 relevant, 3 key.
ALTER TABLE entry ADD COLUMN significance INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN voice_of_victim INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN good_practice INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN missed_opportunity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN distressing INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN in_chronology INTEGER NOT NULL DEFAULT 1;
ALTER TABLE entry ADD COLUMN in_report INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN in_summary INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN private_note TEXT NOT NULL DEFAULT '';
-- Where it comes from when no agency's file brought it: '', 'family', 'interview', 'answer', 'record', 'chair'.
ALTER TABLE entry ADD COLUMN origin TEXT NOT NULL DEFAULT '';
-- Where the chair has put it within its day: what the low bits of `rank` (store.ordering) are set to instead of its own
-- hour, and its place among those of the same rank. NULL and 0 where nobody has moved it.
ALTER TABLE entry ADD COLUMN hand INTEGER;
ALTER TABLE entry ADD COLUMN nudge REAL NOT NULL DEFAULT 0;

DROP INDEX entry_order;
CREATE INDEX entry_order ON entry (
    rank, nudge, place, id, agency_id, day_from, day_to, doubtful, significance, event_id, voice_of_victim,
    good_practice, missed_opportunity, distressing, in_chronology, in_report, in_summary, origin
);
DROP INDEX entry_month;
CREATE INDEX entry_month ON entry (
    agency_id, month, id, day_from, day_to, doubtful, significance, event_id, voice_of_victim,
    good_practice, missed_opportunity, distressing, in_chronology, in_report, in_summary, origin
);
CREATE INDEX entry_event ON entry (event_id) WHERE event_id IS NOT NULL;
CREATE INDEX entry_by_hand ON entry (id, date_edtf) WHERE hand IS NOT NULL;

-- Two entries of which the chair has said that they are not about one happening.
CREATE TABLE kept_apart (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    first_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    other_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    CHECK (first_id < other_id)
);
CREATE UNIQUE INDEX kept_apart_pair ON kept_apart (first_id, other_id);
CREATE INDEX kept_apart_other ON kept_apart (other_id);

-- Themes are a tree; `digit` is the key that gives the theme, 0 for none.
CREATE TABLE theme (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    parent_id INTEGER REFERENCES theme (id),
    name      TEXT NOT NULL,
    place     INTEGER NOT NULL,
    digit     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX theme_parent ON theme (parent_id);

CREATE TABLE entry_theme (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    theme_id INTEGER NOT NULL REFERENCES theme (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX entry_theme_pair ON entry_theme (entry_id, theme_id);
CREATE INDEX entry_theme_theme ON entry_theme (theme_id, entry_id);

-- The lines of enquiry were a list within the review's one row; entries point at them now, so each is a row.
CREATE TABLE line_of_enquiry (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    place INTEGER NOT NULL,
    words TEXT NOT NULL
);
INSERT INTO line_of_enquiry (place, words) SELECT key, value FROM review, json_each(review.terms);
ALTER TABLE review DROP COLUMN terms;

CREATE TABLE entry_line (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    line_id  INTEGER NOT NULL REFERENCES line_of_enquiry (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX entry_line_pair ON entry_line (entry_id, line_id);
CREATE INDEX entry_line_line ON entry_line (line_id, entry_id);

-- A question to an agency: about an entry, an event, a gap in its records (ISO days), or the review as a whole.
CREATE TABLE question (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    agency_id       INTEGER NOT NULL REFERENCES agency (id),
    entry_id        INTEGER REFERENCES entry (id) ON DELETE SET NULL,
    event_id        INTEGER REFERENCES event (id) ON DELETE SET NULL,
    gap_from        TEXT NOT NULL,
    gap_to          TEXT NOT NULL,
    words           TEXT NOT NULL,
    asked_on        TEXT NOT NULL,
    asked_of        TEXT NOT NULL,
    answer          TEXT NOT NULL,
    answered_on     TEXT NOT NULL,
    answered_by     TEXT NOT NULL,
    closed_on       TEXT NOT NULL,
    answer_entry_id INTEGER REFERENCES entry (id) ON DELETE SET NULL
);
CREATE INDEX question_entry ON question (entry_id, closed_on);
CREATE INDEX question_event ON question (event_id, closed_on);
CREATE INDEX question_agency ON question (agency_id);
CREATE INDEX question_answer ON question (answer_entry_id);

-- What the chair decided about a disagreement within an event. Rows are added and not changed: the newest of an event
-- and kind is what stands, those before it are its history. `accounts` is what each entry said then, as JSON.
CREATE TABLE decision (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id    INTEGER NOT NULL REFERENCES event (id) ON DELETE CASCADE,
    kind        TEXT NOT NULL,
    outcome     TEXT NOT NULL CHECK (outcome IN ('settled', 'asked', 'reopened')),
    finding     TEXT NOT NULL,
    reason      TEXT NOT NULL,
    accounts    TEXT NOT NULL,
    decided_at  TEXT NOT NULL,
    question_id INTEGER REFERENCES question (id) ON DELETE SET NULL
);
CREATE INDEX decision_event ON decision (event_id, kind);
CREATE INDEX decision_question ON decision (question_id);

-- A set of filters, and how the table stands with it, under a name of the chair's.
CREATE TABLE saved_view (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    place  INTEGER NOT NULL,
    wanted TEXT NOT NULL,                       -- JSON of store.filters.EntryFilter
    shape  TEXT NOT NULL                        -- JSON: how the table stands
);
CREATE UNIQUE INDEX saved_view_name ON saved_view (name COLLATE NOCASE);

-- Days by which a reader finds the way: a separation, a pregnancy, an arrest. The death is a fact of the review.
CREATE TABLE key_date (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    date_edtf TEXT NOT NULL,
    words     TEXT NOT NULL,
    kind      TEXT NOT NULL
);
