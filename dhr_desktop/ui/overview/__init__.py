"""The Overview page: what this review is, who contributes, and what has happened lately."""
