"""Concordance: the language versions of one draft, aligned and compared."""
