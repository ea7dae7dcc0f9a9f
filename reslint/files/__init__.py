"""Drafts on disk: found, checked, fixed, cached, one by one or many at once."""
