"""Fixes and findings written back into Word and AKN4UN files."""
