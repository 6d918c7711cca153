"""The window: it places the pages and owns the menus and the lock."""
