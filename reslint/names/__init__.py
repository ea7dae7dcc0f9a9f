"""Official names: read from `rules/names`, compiled a language at a time, found in one pass."""
