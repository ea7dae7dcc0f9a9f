"""Nonsense to lint, and what must hold of it. `benchmarks/fuzz.py` runs it."""
