"""What the chair makes of entries: the section beside an entry, the keys that tag, and the tree of themes."""
