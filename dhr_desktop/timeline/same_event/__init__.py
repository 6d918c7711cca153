"""Which entries of several agencies tell of one happening: suggestions with their reasons, never more than that."""
