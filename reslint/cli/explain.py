"""Explain one rule: what it asks, why, by which source, with examples."""

from __future__ import annotations

import sys

from reslint.cli.rules import add_rules_option, all_rules, print_problems
from reslint.rules import own_codes
from reslint.settings.merging import locale_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule


_WORDS = {
    "en": {
        "why": "Why",
        "source": "Source",
        "examples": "Examples",
        "not": "not:",
        "but": "but:",
        "applies": "Applies to",
        "languages": "languages",
        "organs": "organs",
        "all": "all",
        "fix": "fix",
        "profile": "profile",
        "severity": "severity",
    },
    "fr": {
        "why": "Pourquoi",
        "source": "Source",
        "examples": "Exemples",
        "not": "non :",
        "but": "mais :",
        "applies": "S’applique à",
        "languages": "langues",
        "organs": "organes",
        "all": "tous",
        "fix": "correction",
        "profile": "profil",
        "severity": "gravité",
    },
}


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint explain`."""
    parser.add_argument("code", metavar="CODE", help="the rule's code or name")
    parser.add_argument("--language", metavar="L", help="show examples in this language")
    parser.add_argument(
        "--message-language",
        choices=tuple(_WORDS),
        help="language of the explanation (default: the locale's, else English)",
    )
    add_rules_option(parser)


def run(arguments: Namespace) -> int:
    """Print the explanation: exit code 0, or 2 for a code that no rule has."""
    book = all_rules(arguments.rules)
    language = arguments.message_language or locale_language()
    wanted = arguments.code.strip()
    rule = book.get(wanted.upper()) or next((one for one in book if one.name == wanted), None)
    if rule is not None:
        print("\n".join(_explained(rule, language, arguments.language)))
        return 0
    if wanted.upper() in own_codes.NAMES:
        print(f"{wanted.upper()} {own_codes.NAMES[wanted.upper()]}: reslint speaks of itself")
        return 0
    # A rule that is not there may be one that could not be read.
    print_problems(book.problems)
    known = [*(rule.code for rule in book), *(rule.name for rule in book), *own_codes.NAMES]
    hint = own_codes.suggestion(wanted, known)
    print(f"reslint: there is no rule {wanted}{hint}", file=sys.stderr)
    return 2


def _explained(rule: Rule, language: str, draft_language: str | None) -> Iterator[str]:
    words = _WORDS[language]
    yield f"{rule.code} {rule.name}"
    traits = [f"{words['severity']}: {rule.severity}", f"{words['profile']}: {rule.profile}"]
    traits.append(f"{words['fix']}: {rule.fix}")
    languages = words["all"] if rule.languages is None else " ".join(rule.languages)
    organs = words["all"] if rule.organs is None else " ".join(rule.organs)
    traits += [f"{words['languages']}: {languages}", f"{words['organs']}: {organs}"]
    yield "; ".join(traits)
    yield ""
    seen = set()
    for wordings in rule.messages.values():
        text = wordings.get(language) or wordings["en"]
        if text not in seen:
            yield _spoken(text)
            seen.add(text)
    why = rule.why.get(language) or rule.why.get("en")
    if why:
        yield from ("", words["why"], *_indented(why))
    if rule.source:
        said = [rule.source.get(key, "") for key in ("title", "section", "url")]
        yield from ("", words["source"], *_indented(", ".join(filter(None, said))))
    examples = _examples(rule, draft_language, language)
    if examples:
        yield from ("", words["examples"])
    for example in examples:
        if "bad" in example:
            yield from _labelled(words["not"], example["bad"])
        if "good" in example:
            yield from _labelled(words["but"] if "bad" in example else "", example["good"])
        yield ""


def _examples(rule: Rule, draft_language: str | None, language: str) -> list[dict[str, Any]]:
    """The rule's examples in the first of these languages that has any."""
    for wanted in (draft_language, language, "en"):
        found = [one for one in rule.examples if one["language"] == wanted]
        if found:
            return found
    return list(rule.examples)


def _spoken(message: str) -> str:
    """A message with its placeholders shown as blanks to be filled: {phrase} as <phrase>."""
    from string import Formatter

    pieces = []
    for text, name, _, _ in Formatter().parse(message):
        pieces.append(text if name is None else f"{text}<{name.replace('_', ' ')}>")
    return "".join(pieces)


def _indented(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(
        text,
        98,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _labelled(label: str, text: str) -> Iterator[str]:
    width = len(label) + 1 if label else 0
    for number, line in enumerate(text.strip("\n").split("\n")):
        yield f"  {label + ' ' if label and not number else ' ' * width}{line}".rstrip()
