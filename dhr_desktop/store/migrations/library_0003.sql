-- What has been typed before there is a review to keep it in: the form for a new one.

CREATE TABLE begun (
    place TEXT NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (place, field)
) WITHOUT ROWID;
