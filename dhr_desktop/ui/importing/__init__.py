"""The Submissions page: what agencies sent, and the calm look at it before it is imported."""
