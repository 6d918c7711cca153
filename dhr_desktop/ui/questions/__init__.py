"""Questions to agencies: asked, answered and closed."""
