"""Drafts edited as people edit them: `benchmarks/edits.py` and `keystrokes.py` run it."""
