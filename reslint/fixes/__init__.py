"""Fixes: which of them go together, and the rounds in which they are applied."""
