"""What a review is: frozen records and the rules over them. No Qt, no SQL, no files."""
