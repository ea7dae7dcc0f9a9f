"""The language in which this user is spoken to."""

from __future__ import annotations

import os


def locale_language() -> str:
    """The language of messages for this user: French in a French locale, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"
