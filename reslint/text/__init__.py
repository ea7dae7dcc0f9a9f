"""Texts, places, edits and findings: what everything else stands on."""
