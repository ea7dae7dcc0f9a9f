"""Lay drafts out in other ways: is each read as before, and does a fix do harm to it?

    python benchmarks/layouts.py FOLDER … [--texts N] [--layouts NAME …] [--show N] [--jobs N]

Each draft that is recognized is written in all layouts of `LAYOUTS` that change it. Its outline
there (organ; numbers of preambular and operative paragraphs, of sub-paragraphs by level, and of
notes) is compared with that of the draft as it is. Then the safe fixes are made. It is harm if they
change the outline, add a code, lose or double a mark at an end, double an emphasis, or change other
words than the fixes of the draft as it is do.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from difflib import SequenceMatcher
from typing import NamedTuple

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.relaying import around, lines, marks
from benchmarks.relaying.harm import harms_between
from benchmarks.tables import markdown_table, share
from benchmarks.texts import read_sources
from reslint.blocks.margin import find_margin
from reslint.documents import read_source
from reslint.draft.model import OPERATIVE, PREAMBLE, Draft
from reslint.draft.reader import read_draft
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source

Layout = Callable[[Draft], str]
"""Makes the text of a draft in a layout; the text as it is where the layout does not fit."""
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
_WORD = re.compile(r"[^\W\d_]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_DOUBLED = re.compile(r"\*{4,}|_{4,}|<u>\s*<u>|\*<u>\*|\b_\*|\*_\b")


def _of_text(change: Callable[[str], str]) -> Layout:
    return lambda draft: change(draft.source.text)


def _of_markdown(layout: Layout) -> Layout:
    """A layout of Markdown alone."""
    return lambda draft: draft.source.text if draft.source.path.endswith(".txt") else layout(draft)


def _between_spaces(layout: Layout) -> Layout:
    """A layout of languages with spaces between words: `__` is no emphasis within a word."""
    return lambda draft: draft.source.text if draft.language == "zh" else layout(draft)


def _wrapped(columns: int) -> Layout:
    def layout(draft: Draft) -> str:
        text = "\n\n".join(marks.paragraphs(draft)) + "\n"
        if draft.language == "zh":
            return lines.wrapped_anywhere(text, columns // 2)
        return lines.wrapped(text, columns)

    return layout


def _numbers(form: str) -> Layout:
    return lambda draft: marks.renumbered(draft, form.format)


def _full_width(draft: Draft) -> str:
    first = {"ar": 0x660, "zh": 0xFF10}.get(draft.language)
    text = draft.source.text
    return text if first is None else text.translate({48 + n: first + n for n in range(10)})


def _articles(draft: Draft) -> str:
    if draft.language == "zh":
        return marks.renumbered(draft, lambda number: f"第{marks.han(number)}条")
    word = {"ar": "المادة", "ru": "Статья", "es": "Artículo"}.get(draft.language, "Article")
    return marks.renumbered(draft, lambda number: f"{word} {number}.")


LAYOUTS: dict[str, Layout] = {
    **{f"{columns} columns": _wrapped(columns) for columns in (60, 72, 100)},
    "a line each": lambda draft: "\n".join(marks.paragraphs(draft)) + "\n",
    "no blank lines": _of_text(lines.dense),
    "two blank lines": _of_text(lines.spread),
    "no-break spaces": _of_text(lines.hard_spaces),
    "wide spaces": _of_text(lambda text: re.sub(r"(?<=\S) (?=\S)", "\u3000", text)),
    "NFD": _of_text(lambda text: unicodedata.normalize("NFD", text)),
    "CRLF": _of_text(lines.LAYOUTS["CRLF"]),
    "tabs": _of_text(lines.tabbed),
    "indents": _of_text(lines.indented),
    "quoted": _of_text(around.quoted),
    "HTML": lambda draft: around.as_page(marks.paragraphs(draft)),
    "escapes": _of_markdown(_of_text(lines.escaped)),
    "other digits": _full_width,
    "no emphasis": lambda draft: marks.emphasized(draft, "", ""),
    "**bold**": lambda draft: marks.emphasized(draft, "**", "**"),
    "__underline__": _between_spaces(lambda draft: marks.emphasized(draft, "__", "__")),
    "<u>": lambda draft: marks.emphasized(draft, "<u>", "</u>"),
    "CAPITALS": marks.in_capitals,
    **{form: _numbers(form) for form in ("{}.", "{})", "({})", "{}/", "{} -", "{}°", "§{}")},
    "OP1": marks.op_labels,
    "Article 1": _articles,
    "I.": lambda draft: marks.renumbered(draft, lambda number: f"{marks.roman(number)}."),
    "一、": lambda draft: marks.renumbered(draft, lambda number: f"{marks.han(number)}、"),
    "unnumbered": lambda draft: marks.renumbered(draft, lambda _: ""),
    "unnumbered, no emphasis": lambda draft: marks.renumbered(
        read_draft(Source(marks.emphasized(draft, "", ""), draft.source.path)), lambda _: ""
    ),
    **{
        name: (lambda draft, form=form: marks.lettered(draft, form))  # type: ignore[misc]
        for name, form in (("a)", "{})"), ("A)", "{upper})"), ("a.", "{}."), ("- items", "-"))
    },
    "pages": _of_text(around.on_pages),
    "page numbers": _of_text(around.between_page_numbers),
    "line numbers": _of_text(around.numbered_lines),
    "letter": lambda draft: around.in_a_letter(draft.source.text, draft.language),
}
"""Each layout by its name: it makes the text of a draft as read."""


_LINES = (
    *("60 columns", "72 columns", "100 columns", "a line each", "HTML", "quoted"),
    *("no-break spaces", "wide spaces", "pages", "page numbers", "line numbers"),
)
"""The layouts that numbers in the margin do not survive."""


class Outcome(NamedTuple):
    """A draft in a layout: its outline as it is and there, and what the fixes harm there."""

    path: str
    language: str
    layout: str
    meant: tuple[object, ...]
    read: tuple[object, ...]
    harms: tuple[str, ...]


def outline(draft: Draft) -> tuple[object, ...]:
    """What must stay the same: the organ and the numbers of paragraphs of each kind."""
    counts = Counter((each.part, each.level) for each in draft.part(PREAMBLE, OPERATIVE))
    depth = 1 + max((level for _, level in counts), default=0)
    return (
        draft.organ if draft.is_resolution else "none",
        counts[PREAMBLE, 0],
        *(
            counts[OPERATIVE, level] + (counts[PREAMBLE, level] if level else 0)
            for level in range(depth)
        ),
        f"{len(draft.notes)} notes",
    )


def laid_out(draft: Draft, layout: str) -> Source | None:
    """A draft in a layout, None where that is the same text."""
    if layout in _LINES and find_margin(draft.source) is not None:
        return None
    text = LAYOUTS[layout](draft)
    if text == draft.source.text:
        return None
    if layout == "HTML":
        return read_source(text.encode(), "draft.html")
    return Source(text, draft.source.path)


class Fixed(NamedTuple):
    """A text linted and fixed: what it was read as, what the fixes changed and harmed."""

    draft: Draft
    changes: Counter[tuple[str, str]]
    harms: list[str]


def fixed(source: Source) -> Fixed:
    """Lint a text, make the safe fixes and compare."""
    linter = Linter()
    first = linter.lint(source)
    if not first.draft.is_resolution:
        return Fixed(first.draft, Counter(), [])
    after = fix_in_rounds(first, linter).result.draft
    harms = harms_between(first.draft, after)
    if outline(after) != outline(first.draft):
        harms.append(f"the outline changes: {outline(first.draft)} becomes {outline(after)}")
    if len(_DOUBLED.findall(after.source.text)) > len(_DOUBLED.findall(source.text)):
        harms.append("an emphasis is doubled")
    return Fixed(first.draft, Counter(changes(_words(first.draft), _words(after))), harms)


def _words(draft: Draft) -> list[str]:
    """The words of a draft, in the order and letters that no layout changes."""
    text = " ".join(each.text for each in draft.paragraphs)
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    return _WORD.findall(text.casefold().replace("ё", "е"))


def changes(old: list[str], new: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the words that were replaced, and what they became."""
    if old != new:
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if kind != "equal":
                yield " ".join(old[a:b]), " ".join(new[c:d])


def measured(path: str, source: Source, layouts: list[str]) -> list[Outcome]:
    """Lay one draft out in all ways, if it is a draft."""
    plain = fixed(source)
    if not plain.draft.is_resolution:
        return []
    found = []
    for layout in layouts:
        relaid = laid_out(plain.draft, layout)
        if relaid is None:
            continue
        there = fixed(relaid)
        harms = [one for one in there.harms if one not in plain.harms]
        harms += [
            f"words: {old!r} becomes {new!r}"
            for old, new in there.changes
            if (old, new) not in plain.changes
        ]
        found.append(
            Outcome(
                path,
                plain.draft.language,
                layout,
                outline(plain.draft),
                outline(there.draft),
                tuple(harms),
            )
        )
    return found


def rows(outcomes: list[Outcome]) -> list[list[str]]:
    """The table: for each layout the share read as before by language, and the harms."""
    by_layout: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        by_layout[one.layout].append(one)
    by_layout["all"] = outcomes
    table = []
    for layout, all_of_it in by_layout.items():
        shares = []
        for language in (*LANGUAGES, ""):
            some = [one for one in all_of_it if one.language.startswith(language)]
            shares.append(share(sum(one.read == one.meant for one in some), len(some)))
        harmed = sum(bool(one.harms) for one in all_of_it)
        table.append([layout, *shares, str(len(all_of_it)), str(harmed)])
    return table


def main(arguments: list[str] | None = None) -> int:
    """Print the table and the differences; return 1 if a fix does harm."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--texts", type=int, default=0, metavar="N", help="texts of each folder")
    parser.add_argument("--layouts", nargs="+", choices=LAYOUTS, default=list(LAYOUTS))
    parser.add_argument("--show", type=int, default=0, metavar="N", help="differences of a layout")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args(arguments)
    texts = [
        (os.path.join(folder, path), source)
        for folder in options.folders
        for path, source in _sampled(folder, options.texts)
    ]
    with ProcessPoolExecutor(options.jobs) as pool:
        jobs = [pool.submit(measured, *text, options.layouts) for text in texts]
        outcomes = [one for job in jobs for one in job.result()]
    order = {layout: number for number, layout in enumerate(LAYOUTS)}
    outcomes.sort(key=lambda one: order[one.layout])
    print(markdown_table(("layout", *LANGUAGES, "all", "texts", "harmed"), rows(outcomes)))
    _show(outcomes, options.show)
    return int(any(one.harms for one in outcomes))


def _sampled(folder: str, number: int) -> list[tuple[str, Source]]:
    """The texts of a folder, or this many of them, spread evenly."""
    found = [(path, source) for path, source in read_sources(folder) if source is not None]
    return found[:: -(-len(found) // number)] if number and found else found


def _show(outcomes: list[Outcome], number: int) -> None:
    """Print some differences of each layout, those with harm first."""
    shown: Counter[str] = Counter()
    for one in sorted(outcomes, key=lambda one: not one.harms):
        if (one.harms or one.read != one.meant) and shown[one.layout] < number:
            shown[one.layout] += 1
            print(f"{one.layout}: {one.path}: {one.meant} read as {one.read}")
            for harm in one.harms:
                print(f"    {harm}")


if __name__ == "__main__":
    sys.exit(main())
