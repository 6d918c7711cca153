"""The family picture: a genogram by the usual British conventions, as shapes; who stands where, and what is drawn."""
