-- Words that have been typed and cannot be a step yet, such as half an entry. `place` says where they were being typed.
-- No part of the record: the journal knows nothing of them, so they are neither undone nor told of in the history.
CREATE TABLE draft_words (
    place   TEXT NOT NULL,
    field   TEXT NOT NULL,
    words   TEXT NOT NULL,
    changed TEXT NOT NULL,                      -- in which turn, with leading zeros: what was written last has most
    PRIMARY KEY (place, field)
) WITHOUT ROWID;
