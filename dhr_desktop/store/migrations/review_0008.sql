-- The short names of an agency that the chair has recorded, as a JSON list.
ALTER TABLE agency ADD COLUMN forms TEXT NOT NULL DEFAULT '[]';
