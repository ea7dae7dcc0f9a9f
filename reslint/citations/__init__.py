"""Resolutions, documents and dates that a draft cites."""
