"""The list of reviews, and how a new one is begun."""
