"""Files of other kinds: what they are, and the way out."""

from __future__ import annotations

from reslint.text.source import Source, UnreadableText

_WORDS = {
    "ole": "the file is an old Word file (.doc) or protected by a password; save it as .docx",
    "rtf": "the file is RTF, which reslint does not read; save it as .docx in a word processor",
    "latex": (
        "the file is LaTeX, which reslint does not read; "
        "`pandoc FILE.tex -o FILE.md` makes Markdown of it"
    ),
    "pdf": (
        "the file is a PDF, which reslint does not read; `pdftotext -layout FILE.pdf FILE.txt` "
        "makes a text of it (emphasis is lost, so its rules do not run)"
    ),
}


def read(data: bytes, path: str, kind: str, *, changes: str = "accepted") -> Source:
    """Raise UnreadableText, which says what the file is and what to do."""
    raise UnreadableText(_WORDS[kind])
