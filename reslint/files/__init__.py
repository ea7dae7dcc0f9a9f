"""Check and fix files, one or many: discovery, cache, baseline, safe replacement."""
