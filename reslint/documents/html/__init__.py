"""HTML pages read as drafts."""
