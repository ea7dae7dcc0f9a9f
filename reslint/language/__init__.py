"""The languages of drafts: their vocabulary and leading phrases, read from `rules/vocabulary/`."""
