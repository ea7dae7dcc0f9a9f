"""Divide blocks in which several paragraphs stand."""
