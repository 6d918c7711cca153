-- Pregnancies: when they were and how they ended. Dates are EDTF or ''; `other_id` is the other parent, where known.
CREATE TABLE pregnancy (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    other_id  INTEGER REFERENCES person (id) ON DELETE SET NULL,
    outcome   TEXT NOT NULL,
    began     TEXT NOT NULL,
    expected  TEXT NOT NULL,
    ended     TEXT NOT NULL,
    note      TEXT NOT NULL
);
CREATE INDEX pregnancy_person ON pregnancy (person_id);
CREATE INDEX pregnancy_other ON pregnancy (other_id);
