"""JSON that a terminal, a log and a reader of lines can be given."""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# What JSON may hold as it is: characters that command a terminal (U+009B), end a line, or turn the
# direction of what stands behind them.
_COMMANDS = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def json_text(value: Any, indent: int | None = None) -> str:
    r"""Return a value as JSON, with each control character written as in `\u009b`."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
