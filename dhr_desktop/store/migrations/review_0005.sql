-- People, names, and those whom the review involves. Each table's columns are the fields of a record of `domain`; dates
-- of the review's own work are ISO days or NULL, dates in people's lives are EDTF text or ''.

ALTER TABLE person ADD COLUMN born TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN died TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN sex TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN alleged INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN background TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN agency_id INTEGER REFERENCES agency (id) ON DELETE SET NULL;
ALTER TABLE person ADD COLUMN works_for TEXT NOT NULL DEFAULT '';
CREATE INDEX person_agency ON person (agency_id);
ALTER TABLE agency ADD COLUMN pseudonym TEXT NOT NULL DEFAULT '';

CREATE TABLE identifier (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    value     TEXT NOT NULL,
    note      TEXT NOT NULL,
    since     TEXT NOT NULL,
    until     TEXT NOT NULL
);
CREATE INDEX identifier_person ON identifier (person_id);

-- A written form that was proposed as a name and is none of this person's; of nobody's where person_id is NULL.
CREATE TABLE refused_form (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    form      TEXT NOT NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX refused_form_person ON refused_form (person_id);

-- What an ambiguous form means at one place: the nth time it stands in a column of an entry. NULL is nobody.
CREATE TABLE form_place (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id  INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    field     TEXT NOT NULL,
    form      TEXT NOT NULL,
    nth       INTEGER NOT NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX form_place_entry ON form_place (entry_id);
CREATE INDEX form_place_person ON form_place (person_id);

CREATE TABLE relation (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind      TEXT NOT NULL,
    other_id  INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    began     TEXT NOT NULL,
    ended     TEXT NOT NULL,
    ending    TEXT NOT NULL,
    note      TEXT NOT NULL,
    CHECK (person_id <> other_id)
);
CREATE INDEX relation_person ON relation (person_id);
CREATE INDEX relation_other ON relation (other_id);

CREATE TABLE household (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE TABLE household_member (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    household_id INTEGER NOT NULL REFERENCES household (id) ON DELETE CASCADE,
    person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    since        TEXT NOT NULL,
    until        TEXT NOT NULL
);
CREATE INDEX household_member_household ON household_member (household_id);
CREATE INDEX household_member_person ON household_member (person_id);

-- How each name came to be. `subject` and `subject_id` say of whom or what: a person, an agency, a place.
CREATE TABLE naming_step (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    subject    TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    act        TEXT NOT NULL,
    "on"       TEXT,
    by_id      INTEGER REFERENCES person (id) ON DELETE SET NULL,
    "by"       TEXT NOT NULL,
    to_id      INTEGER REFERENCES person (id) ON DELETE SET NULL,
    means      TEXT NOT NULL,
    names      TEXT NOT NULL,                   -- a JSON list
    reason     TEXT NOT NULL,
    answers_id INTEGER REFERENCES naming_step (id) ON DELETE SET NULL,
    warned     TEXT NOT NULL,                   -- a JSON list
    why_kept   TEXT NOT NULL
);
CREATE INDEX naming_step_subject ON naming_step (subject, subject_id);
CREATE INDEX naming_step_by ON naming_step (by_id);
CREATE INDEX naming_step_to ON naming_step (to_id);
CREATE INDEX naming_step_answers ON naming_step (answers_id);

CREATE TABLE panel_member (
    id     INTEGER PRIMARY KEY AUTOINCREMENT,
    name   TEXT NOT NULL,
    post   TEXT NOT NULL,
    agency TEXT NOT NULL
);

CREATE TABLE place_name (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    real_name TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    stands_as TEXT NOT NULL,
    forms     TEXT NOT NULL                     -- a JSON list
);

CREATE TABLE stakeholder (
    id                   INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id            INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    "group"              TEXT NOT NULL,
    relation             TEXT NOT NULL,
    next_of_kin          INTEGER NOT NULL,
    preferred_name       TEXT NOT NULL,
    means                TEXT NOT NULL,
    hours                TEXT NOT NULL,
    avoid_means          TEXT NOT NULL,
    language             TEXT NOT NULL,
    interpreter          TEXT NOT NULL,
    access_needs         TEXT NOT NULL,
    caution              TEXT NOT NULL,
    liaison_officer      TEXT NOT NULL,
    liaison_force        TEXT NOT NULL,
    liaison_contact      TEXT NOT NULL,
    standing             TEXT NOT NULL,
    restricted_until     TEXT NOT NULL,
    officer_consulted_on TEXT,
    officer_answer       TEXT NOT NULL,
    involvement          TEXT NOT NULL,
    involvement_words    TEXT NOT NULL,
    asked_on             TEXT,
    ask_again_on         TEXT,
    update_days          INTEGER NOT NULL,
    not_to_hear          TEXT NOT NULL,
    contribute           TEXT NOT NULL,
    contribute_words     TEXT NOT NULL,
    photograph           TEXT NOT NULL,
    tribute              TEXT NOT NULL
);
CREATE UNIQUE INDEX stakeholder_person ON stakeholder (person_id);

CREATE TABLE advocacy (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholder (id) ON DELETE CASCADE,
    service        TEXT NOT NULL,
    advocate       TEXT NOT NULL,
    contact        TEXT NOT NULL,
    signposted_on  TEXT,
    offered_on     TEXT,
    answer         TEXT NOT NULL,
    answered_on    TEXT,
    answer_words   TEXT NOT NULL,
    began_on       TEXT,
    ended_on       TEXT,
    note           TEXT NOT NULL
);
CREATE INDEX advocacy_stakeholder ON advocacy (stakeholder_id);

CREATE TABLE wish (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholder (id) ON DELETE CASCADE,
    words          TEXT NOT NULL,
    said_on        TEXT,
    answer         TEXT NOT NULL,
    met_on         TEXT
);
CREATE INDEX wish_stakeholder ON wish (stakeholder_id);

CREATE TABLE not_to_be_told (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholder (id) ON DELETE CASCADE,
    what           TEXT NOT NULL,
    why            TEXT NOT NULL,
    of_id          INTEGER REFERENCES stakeholder (id) ON DELETE SET NULL
);
CREATE INDEX not_to_be_told_stakeholder ON not_to_be_told (stakeholder_id);
CREATE INDEX not_to_be_told_of ON not_to_be_told (of_id);

CREATE TABLE date_to_avoid (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    stakeholder_id INTEGER REFERENCES stakeholder (id) ON DELETE CASCADE,   -- NULL holds for everyone
    day            TEXT NOT NULL,               -- an ISO day, or '--MM-DD' for one of every year
    why            TEXT NOT NULL,
    until          TEXT NOT NULL,
    near           INTEGER NOT NULL
);
CREATE INDEX date_to_avoid_stakeholder ON date_to_avoid (stakeholder_id);

CREATE TABLE contact (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    "on"        TEXT NOT NULL,
    means       TEXT NOT NULL,
    time        TEXT NOT NULL,
    means_words TEXT NOT NULL,
    direction   TEXT NOT NULL,
    reached     TEXT NOT NULL,
    "by"        TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    said        TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    minutes     INTEGER NOT NULL,
    next_on     TEXT,
    next_words  TEXT NOT NULL
);
CREATE INDEX contact_on ON contact ("on");
CREATE TABLE contact_with (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    contact_id     INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholder (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX contact_with_pair ON contact_with (contact_id, stakeholder_id);
CREATE INDEX contact_with_stakeholder ON contact_with (stakeholder_id);

CREATE TABLE promise (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    words          TEXT NOT NULL,
    stakeholder_id INTEGER REFERENCES stakeholder (id) ON DELETE SET NULL,
    contact_id     INTEGER REFERENCES contact (id) ON DELETE SET NULL,
    due_on         TEXT,
    done_on        TEXT,
    note           TEXT NOT NULL
);
CREATE INDEX promise_stakeholder ON promise (stakeholder_id);
CREATE INDEX promise_contact ON promise (contact_id);

CREATE TABLE offer (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholder (id) ON DELETE CASCADE,
    opportunity    TEXT NOT NULL,               -- a key of resources/guidance
    answer         TEXT NOT NULL,
    offered_on     TEXT,
    means          TEXT NOT NULL,
    answered_on    TEXT,
    done_on        TEXT,
    reason         TEXT NOT NULL,
    note           TEXT NOT NULL
);
CREATE UNIQUE INDEX offer_once ON offer (stakeholder_id, opportunity);

CREATE TABLE child_record (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id         INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    living_with       TEXT NOT NULL,
    help_offered_on   TEXT,
    help_by           TEXT NOT NULL,
    help_kind         TEXT NOT NULL,
    help_answer       TEXT NOT NULL,
    contribution      TEXT NOT NULL,
    asked_on          TEXT,
    asked_by          TEXT NOT NULL,
    asked_how         TEXT NOT NULL,
    contributed       TEXT NOT NULL,
    not_asked_because TEXT NOT NULL,
    safeguarding      TEXT NOT NULL,
    safeguarding_told TEXT NOT NULL
);
CREATE UNIQUE INDEX child_record_person ON child_record (person_id);
CREATE TABLE responsibility (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    child_id  INTEGER NOT NULL REFERENCES child_record (id) ON DELETE CASCADE,
    holder_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    holder    TEXT NOT NULL,
    how       TEXT NOT NULL,
    since     TEXT NOT NULL,
    until     TEXT NOT NULL
);
CREATE INDEX responsibility_child ON responsibility (child_id);
CREATE INDEX responsibility_holder ON responsibility (holder_id);

CREATE TABLE reading (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    stakeholder_id INTEGER NOT NULL REFERENCES stakeholder (id) ON DELETE CASCADE,
    "on"           TEXT,
    document       TEXT NOT NULL,
    version        TEXT NOT NULL,
    place          TEXT NOT NULL,
    private        INTEGER NOT NULL,
    minutes        INTEGER NOT NULL,
    copies         TEXT NOT NULL,
    supported_by   TEXT NOT NULL,
    present        TEXT NOT NULL,
    note           TEXT NOT NULL
);
CREATE INDEX reading_stakeholder ON reading (stakeholder_id);
CREATE TABLE reading_comment (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    reading_id  INTEGER NOT NULL REFERENCES reading (id) ON DELETE CASCADE,
    section     TEXT NOT NULL,
    paragraph   TEXT NOT NULL,
    said        TEXT NOT NULL,
    answer      TEXT NOT NULL,
    answered_on TEXT,
    changed     TEXT NOT NULL
);
CREATE INDEX reading_comment_reading ON reading_comment (reading_id);

CREATE TABLE approach (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id    INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    "on"         TEXT,
    through      TEXT NOT NULL,
    through_who  TEXT NOT NULL,
    means        TEXT NOT NULL,
    answer       TEXT NOT NULL,
    answered_on  TEXT,
    answer_words TEXT NOT NULL,
    reason       TEXT NOT NULL
);
CREATE INDEX approach_person ON approach (person_id);

-- A letter that the chair has rewritten for this review; those of the program are in resources/letters.
CREATE TABLE letter_template (
    id   INTEGER PRIMARY KEY AUTOINCREMENT,
    key  TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX letter_template_key ON letter_template (key);
