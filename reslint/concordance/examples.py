"""Test the rules that compare versions on their own examples, for `reslint test-rules`."""

from __future__ import annotations

from reslint.authoring.runner import ExampleResult, FrameError, framed
from reslint.concordance.comparing import align, findings_of
from reslint.draft.reader import read_draft
from reslint.rulebook.book import Rulebook
from reslint.settings.settings import Settings
from reslint.text.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.authoring.runner import Framed
    from reslint.checks.kinds import Rule
    from reslint.text.diagnostics import Diagnostic


def run_all(rules: Iterable[Rule]) -> list[ExampleResult]:
    """Return the results of all examples of rules that compare versions, in order."""
    return [
        _result(rule, number, example)
        for rule in rules
        for number, example in enumerate(rule.examples, 1)
    ]


def _result(rule: Rule, number: int, example: dict[str, Any]) -> ExampleResult:
    line, column = example.get("mark", (0, 0))
    try:
        failures = tuple(_failures(rule, example))
    except FrameError as error:
        failures = (str(error),)
    return ExampleResult(rule.code, number, failures, rule.path, line, column)


def _failures(rule: Rule, example: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong, sentence by sentence."""
    frames: dict[str, Framed] = {}
    drafts = []
    for name, text in example["versions"].items():
        language = name.partition("-")[0]
        organ = example.get("organ", "GA")
        frame = framed(
            {"language": language, "organ": organ, "in": example.get("in", "whole"), "bad": text},
            "bad",
        )
        frames[name] = frame
        draft = read_draft(Source(frame.text, f"{name}.md"), language=language, organ=organ)
        if not draft.is_resolution:
            yield f"the {name} text, in its frame, is not read as a resolution"
        drafts.append((f"{name}.md", draft))
    comparison = align(drafts, example.get("reference"))
    settings = Settings(profile="strict")
    results = findings_of(comparison, {path: settings for path, _ in drafts}, Rulebook([rule]))
    for name, frame in frames.items():
        result = results[f"{name}.md"]
        for problem in result.errors:
            yield f"the {name} text: {problem.message}"
        found = [one for one in result.diagnostics if one.code == rule.code]
        if example.get("differs") == name:
            yield from _at_wrong_place(frame, found, name, example)
        else:
            for one in found:
                yield f"the {name} text is reported at {_shown(frame, one)}: {one.message}"


def _at_wrong_place(
    frame: Framed, found: list[Diagnostic], name: str, example: dict[str, Any]
) -> Iterator[str]:
    """Yield where the version that differs is not reported as the example says."""
    if "at" in example:
        wanted = frame.spans([example["at"]])[0]
    else:
        end = frame.spans([example["after"]])[0][1]
        wanted = (end, end)
    if not any((one.start, one.end) == wanted for one in found):
        yield f'the {name} text is not reported at "{frame.text[slice(*wanted)]}" ({wanted})'
    for one in found:
        if (one.start, one.end) != wanted:
            yield f"the {name} text is also reported at {_shown(frame, one)}: {one.message}"


def _shown(frame: Framed, one: Diagnostic) -> str:
    return f'"{frame.text[one.start : one.end][:60]}" ({one.start}, {one.end})'
