"""The Report page: drafts in editions, sealed copies, and the chair's own text for the overview report."""
