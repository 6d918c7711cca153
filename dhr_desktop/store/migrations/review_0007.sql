-- What a form means in a line outside the entries, told by the line's own words: a cell of a title, a paragraph of a
-- note. The nth time it stands there; NULL is nobody.
CREATE TABLE form_line (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    line      TEXT NOT NULL,
    form      TEXT NOT NULL,
    nth       INTEGER NOT NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX form_line_person ON form_line (person_id);
