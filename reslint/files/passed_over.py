"""Say why a file was not read as a draft: what silence would hide."""

from __future__ import annotations

import os

from reslint.draft.language_detection import detect
from reslint.draft.roles.block_roles import body
from reslint.language.language import language as find_language
from reslint.language.loading import language_codes
from reslint.text import Wordings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.blocks.model import Block
    from reslint.draft.model import Draft
    from reslint.settings.settings import Settings


FORMAT = "format"
"""Why a file is left out that is of another format."""
_FEW = 5  # paragraphs: with more, it is not their number that is wrong
_MOST_BLOCKS = 400  # in which opening words are searched
_HTML_STARTS = ("<!doctype html", "<html")
ENDINGS = {
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".doc": "old-word",
    ".rtf": "rtf",
    ".odt": "opendocument",
    ".tex": "latex",
}
"""The endings of other files in which drafts are kept, each with the reason to pass over them."""
_REASONS = Wordings(
    {
        "empty": {"en": "empty", "fr": "vide"},
        "no-phrases": {
            "en": "no opening words of a resolution in any of the six languages",
            "fr": "aucune formule initiale de résolution dans aucune des six langues",
        },
        "few-phrases": {
            "en": (
                "only {n} paragraph opens like one of a resolution",
                "only {n} paragraphs open like those of a resolution",
            ),
            "fr": (
                "{n} seul alinéa commence comme dans une résolution",
                "{n} alinéas seulement commencent comme dans une résolution",
            ),
        },
        "other-text": {
            "en": "opening words of a resolution, but not the parts of one",
            "fr": "des formules initiales de résolution, mais pas les parties d’une résolution",
        },
        "other-language": {
            "en": "looks {found}, settings say {given}",
            "fr": "semble être en {found}, les paramètres disent {given}",
        },
        "pdf": {"en": "a PDF file", "fr": "un fichier PDF"},
        "html": {"en": "an HTML file", "fr": "un fichier HTML"},
        "old-word": {"en": "an old Word file (.doc)", "fr": "un ancien fichier Word (.doc)"},
        "rtf": {"en": "an RTF file", "fr": "un fichier RTF"},
        "opendocument": {"en": "an OpenDocument file", "fr": "un fichier OpenDocument"},
        "latex": {"en": "a LaTeX file", "fr": "un fichier LaTeX"},
        "link": {"en": "a link that is not followed", "fr": "un lien qui n’est pas suivi"},
        "excluded": {"en": "excluded by the settings", "fr": "exclu par les paramètres"},
        "ignored": {"en": "named in .gitignore", "fr": "nommé dans .gitignore"},
        "tools": {"en": "a folder of other tools", "fr": "un dossier d’autres outils"},
    }
)


def reason(draft: Draft, settings: Settings) -> str:
    """Return why a draft was not recognized as a resolution, in the language of the messages."""
    language = settings.message_language
    text = draft.source.text
    if not text.strip():
        return _REASONS.text("empty", language)
    if text[:400].lstrip("\ufeff \t\r\n").casefold().startswith(_HTML_STARTS):
        return _REASONS.text("html", language)
    if settings.language is not None:
        found = detect(draft.blocks)
        if found != settings.language:
            shown = find_language(found).name_in(language)
            return _REASONS.text("other-language", language, found=shown, given=settings.language)
    count = _openings(draft)
    if not count:
        return _REASONS.text("no-phrases", language)
    if count > _FEW:
        return _REASONS.text("other-text", language)
    return _REASONS.count("few-phrases", count, language)


def _openings(draft: Draft) -> int:
    """Count the blocks that open with a leading phrase, in the language with the most."""
    blocks = [block for block in draft.blocks if block.kind == "text"][:_MOST_BLOCKS]
    most = _matches(blocks, draft.language)
    if most:
        return most
    return max(_matches(blocks, code) for code in language_codes())


def _matches(blocks: Iterable[Block], code: str) -> int:
    vocabulary = find_language(code)
    capitals = vocabulary.forms.get("capitals")
    count = 0
    for block in blocks:
        text = body(block)
        match = vocabulary.phrases.match(text)
        if match is not None and not (capitals and text[match.start].islower()):
            count += 1
    return count


def reason_of(why: str, path: str, language: str) -> str:
    """Return why a file or folder is left out before it is read (`LeftOut.why`), in words."""
    if why == FORMAT:
        kind = ENDINGS.get(os.path.splitext(path)[1].lower())
        return _REASONS.text(kind, language) if kind else ""
    return _REASONS.text(why, language)
