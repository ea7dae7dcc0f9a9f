"""Tell HTML, LaTeX and other forms of Word from Markdown and plain text, by how a file begins."""

from __future__ import annotations

import re

_PAGE = (b"<!doctype html", b"<html", b"<head", b"<body")
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_LATEX_ENDINGS = (".tex", ".latex")
# Word's whole document as one XML file, of 2003 or later, and as a web page with its pictures.
_WORD_XML = (b'progid="Word.Document"', b"<pkg:package", b"<w:wordDocument")
_WEB_ARCHIVE = re.compile(rb"MIME-Version: ?1\.0\s", re.I)
_ELEMENT = re.compile(rb"</?(?:p|div|h[1-6]|ol|ul|li|section|article|main|center|font)\b", re.I)
_LINE = re.compile(rb"[^\r\n]+")
_PAGE_SOON = 600  # bytes of declarations and comments before the root of a page
_ENOUGH = 3
_COMMAND = re.compile(rb"\\[a-zA-Z]+\*?(?:\[[^\]\n]{0,80}\])?\{|\\item\b")
_MARKDOWN = re.compile(rb"^(?:[ \t]*(?:[*_]{1,3}[^\s*_]|[0-9]+\\?[.)] +[*_]))", re.MULTILINE)


def format_by_marks(head: bytes, path: str) -> str:
    """Return `html`, `latex`, `word xml`, `web archive` or `text` for the start of a file."""
    if head.startswith(b"<?xml") and any(mark in head for mark in _WORD_XML):
        return "word xml"
    if _WEB_ARCHIVE.match(head):
        return "web archive"
    if _looks_like_html(head, path):
        return "html"
    return "latex" if _looks_like_latex(head, path) else "text"


def _looks_like_html(head: bytes, path: str) -> bool:
    """Tell whether the start of a file is HTML: a page, or elements and nothing else."""
    if not head.startswith(b"<"):
        return False
    lowered = head.lower()
    if lowered.startswith(_PAGE) or path.lower().endswith(_HTML_ENDINGS):
        return True
    if lowered.startswith((b"<?xml", b"<!--")) and b"<html" in lowered[:_PAGE_SOON]:
        return True
    if not _ELEMENT.match(head):
        return False
    lines = [line.strip() for line in _LINE.findall(head)]
    elements = sum(_ELEMENT.match(line) is not None for line in lines)
    return elements >= _ENOUGH and elements * 2 > len(lines) and not _MARKDOWN.search(head)


def _looks_like_latex(head: bytes, path: str) -> bool:
    """Tell whether the start of a file is LaTeX: its commands, and no Markdown."""
    commands = len(_COMMAND.findall(head))
    if path.lower().endswith(_LATEX_ENDINGS) or b"\\documentclass" in head:
        return commands > 0
    return commands >= _ENOUGH and not _MARKDOWN.search(head)
