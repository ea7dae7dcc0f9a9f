"""The usual causes of broken YAML, from the lines around the place where the reading stopped.

Authors of rules and settings need not program. libyaml says what it expected; these hints say what
to write instead.
"""

from __future__ import annotations

from reslint.data.patterns import expression

_LINES_BACK = 12
"""Lines before the place in which the cause may stand: a quoted text may be long."""
_ITEM = r"(?:-\s+)*"
_KEY = r"(?:[^\s:'\"#][^:#]*:\s+)?"
_GLUED = expression(rf"\s*{_ITEM}(?P<key>[A-Za-z_]\w*):(?P<value>[^\s:/].*)")
_DASH = expression(r"\s*[–—−•·]\s")
_SPECIAL = expression(rf"\s*{_ITEM}{_KEY}(?P<sign>[*&!%@`{{}}\[\],?])(?P<rest>.*)")
_BLOCK = expression(rf"\s*{_ITEM}{_KEY}[|>][-+]?\s*(?:#.*)?")
_QUOTED = expression(rf"\s*{_ITEM}{_KEY}(?P<mark>['\"])(?P<rest>.*)")
_COLON = expression(rf"\s*{_ITEM}[^\s:'\"#][^:#]*:\s+[^'\"].*:(?:\s|$)")


def cause(text: str, offset: int, problem: str) -> str:
    """What to write instead, "" where no usual cause is found.

    `offset` is where the reading of `text` stopped, `problem` what the reader said.
    """
    number = text.count("\n", 0, offset)
    lines = text.split("\n")
    line = lines[number].rstrip("\r") if number < len(lines) else ""
    if "unknown escape" in problem:
        return "write a text with a backslash between '…', not between \"…\""
    if number and _is_block(lines[number - 1].rstrip("\r")):
        return "indent the lines after | further than the word before it"
    for back in (0, 1):
        at = number - back
        if at < 0:
            continue
        found = _of_line(lines[at].rstrip("\r"))
        if found:
            return found if not back else f"{found} (line {at + 1})"
    for at in range(number, max(number - _LINES_BACK, -1), -1):
        if at < len(lines):
            found = _of_quotes(lines[at].rstrip("\r"), at + 1)
            if found:
                return found
    if _COLON.match(line):
        return "put a text that holds a colon between '…'"
    return ""


def _of_line(line: str) -> str:
    """The cause that one line shows by itself."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        return "the line is indented with a tab: use spaces"
    if "\u00a0" in indent or "\u202f" in indent:
        return "the line is indented with no-break spaces: type ordinary ones"
    if _DASH.match(line):
        return "begin an item of a list with a hyphen and a space (- …), not with a dash or bullet"
    glued = _GLUED.fullmatch(line)
    if glued and ": " not in line:
        return f"write a space after the colon: {glued['key']}: {glued['value'].strip()}"
    special = _SPECIAL.fullmatch(line)
    if special and not _is_closed(special["sign"], special["rest"]):
        return f"put a text that begins with {special['sign']} between '…'"
    return ""


def _is_closed(sign: str, rest: str) -> bool:
    """Whether a bracket is one of YAML's own: the line ends with the other one."""
    closing = {"[": "]", "{": "}"}.get(sign)
    bare = rest.partition(" #")[0].rstrip().rstrip(",")
    return closing is not None and bare.find(closing) == len(bare) - 1


def _of_quotes(line: str, number: int) -> str:
    """The cause in a quoted text: an apostrophe that ends it early, or no end at all."""
    quoted = _QUOTED.fullmatch(line)
    if quoted is None:
        return ""
    mark, rest = quoted["mark"], quoted["rest"].partition(" #")[0].rstrip()
    inside = rest.replace("''", "") if mark == "'" else rest.replace('\\"', "")
    ends = inside.count(mark)
    if ends == 0:
        return f"the text that begins in line {number} has no {mark} at its end"
    if ends > 1 and mark == "'" and ":" not in inside.partition(mark)[2]:
        return f"write an apostrophe inside '…' twice: '' (line {number})"
    if ends == 1 and not inside.endswith((mark, f"{mark}:", f"{mark},", f"{mark}]", f"{mark}}}")):
        after = inside.partition(mark)[2]
        if after and ":" not in after:
            return (
                f"write an apostrophe inside '…' twice: '' (line {number})"
                if mark == "'"
                else f"put the text in line {number} between '…'"
            )
    return ""


def _is_block(line: str) -> bool:
    """Whether a text of several lines begins after this line (`bad: |`)."""
    return _BLOCK.fullmatch(line) is not None
