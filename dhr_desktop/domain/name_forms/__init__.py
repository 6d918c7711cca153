"""Finds written forms of people's names, and what else points at one person, in the words of the records alone."""
