"""The thinking over entries: their order, views and edits."""
