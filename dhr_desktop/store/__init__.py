"""The encrypted store: the library, review files and their journal. The only package that speaks SQL."""
