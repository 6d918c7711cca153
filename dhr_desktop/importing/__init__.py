"""An agency's file in, rows with their place and their doubts out."""
