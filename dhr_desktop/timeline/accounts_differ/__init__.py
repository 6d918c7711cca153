"""Where the accounts of one event differ. It reads entries and changes nothing."""
