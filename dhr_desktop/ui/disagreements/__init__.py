"""Where the accounts of one event differ, and what the chair decides."""
