"""Detect the language of a draft by its organ line, else by its script and most frequent words.

Titles do not count: the title of a draft, or one quoted in it, may be in another language.
"""

from __future__ import annotations

import re
from functools import cache

from reslint.data.patterns import expression
from reslint.language import loading
from reslint.text.folding import COMMAS, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block


_ENOUGH_WORDS = 600
_LONGEST_ORGAN_LINE = 90
_QUOTED = expression('«[^»]*»|“[^”]*”|„[^“]*“|"[^"\n]*"')
_WORD = expression(r"[^\W\d_]+")
# The first one stands for a text without letters.
_SCRIPTS = (
    ("latin", r"[A-Za-zÀ-ÿ]"),
    ("arabic", r"[\u0621-\u064a]"),
    ("chinese", r"[\u4e00-\u9fff]"),
    ("cyrillic", r"[а-яёА-ЯЁ]"),
)
_FIRST_IDEOGRAPH = "\u4e00"
# One Chinese character counts as much as four letters, about the content of a word.
_ENOUGH_BLOCKS = 40
_WEIGHT = {"chinese": 4}


def detect(blocks: list[Block]) -> str:
    """Return the code of the language of the blocks; English if nothing shows it."""
    votes: dict[str, int] = {}
    for block in blocks:
        code = language_of_line(block)
        if code is not None:
            votes[code] = votes.get(code, 0) + 1
    if votes:
        return max(votes, key=lambda code: votes[code])
    sample = _sample(blocks)
    candidates = languages_of_script(sample)
    if len(candidates) == 1:
        return candidates[0]
    # The paragraphs of a short draft may hold none of the words: then its short lines decide.
    return language_of_words(sample) or language_of_words(_whole(blocks)) or "en"


def languages_of_script(text: str) -> list[str]:
    """Return the codes of the languages written in the script of most letters of a text."""
    highest = max(text, default="")
    script = max(
        # A set of all Chinese characters takes `re` milliseconds to compile.
        (entry for entry in _SCRIPTS if entry[0] != "chinese" or highest >= _FIRST_IDEOGRAPH),
        key=lambda entry: len(re.findall(entry[1], text)) * _WEIGHT.get(entry[0], 1),
    )[0]
    return [code for code, one in loading.languages().items() if one.get("script") == script]


def language_of_line(block: Block) -> str | None:
    """Return the language of an organ line, None for any other block.

    A masthead may name the organ in another language, without emphasis and comma.
    """
    text = block.plain.text
    if (
        len(text) < _LONGEST_ORGAN_LINE
        and block.kind in ("text", "heading")
        and (block.emphases or text.rstrip()[-1:] in COMMAS)
    ):
        return _organ_lines().get(fold(text).rstrip(" " + COMMAS).casefold())
    return None


def language_of_words(text: str) -> str:
    """Return the language with most of its common words in a text, "" if there are none.

    Only the languages of the script count. Quoted text may be in another language.
    """
    languages = loading.languages()
    candidates = languages_of_script(text)
    common = {code: frozenset(languages[code].get("words", ())) for code in candidates or languages}
    words = [word.casefold() for word in _WORD.findall(_QUOTED.sub(" ", text))]
    best, most = "", 0
    for code, its_words in common.items():
        count = sum(word in its_words for word in words)
        if count > most:
            best, most = code, count
    return best


def _whole(blocks: list[Block]) -> str:
    """Return the start of the text of all blocks, lines of the masthead and headings included."""
    return "\n".join(block.plain.text for block in blocks[:_ENOUGH_BLOCKS])


@cache
def _organ_lines() -> dict[str, str]:
    """Return the language of each organ line, by the folded line."""
    return {
        fold(line).casefold(): code
        for code, entry in loading.languages().items()
        for line in entry.get("organ_lines", ())
    }


def _sample(blocks: list[Block]) -> str:
    """Return text of the body, starting after the first quarter, since titles stand at the top."""
    texts = [
        block.plain.text for block in blocks if block.kind == "text" and len(block.plain.text) > 40
    ] or [block.plain.text for block in blocks]
    texts = texts[len(texts) // 4 :] + texts[: len(texts) // 4]
    sample: list[str] = []
    words = 0
    for text in texts:
        sample.append(text)
        words += text.count(" ") + len(text) // 20
        if words > _ENOUGH_WORDS:
            break
    return "\n".join(sample)
