"""Tell whether a Word file is open in a word processor, by the owner file that it leaves there.

Word writes `~$draft.docx` beside the file that it has open, without the first letters of a longer
name (`~$cument.docx`); LibreOffice writes `.~lock.draft.docx#`. To replace such a file would take
it away under the hands of who edits it, whose next save would undo the change.
"""

from __future__ import annotations

import os

from reslint.documents import WORD_ENDINGS

_SHORT, _LONG = 6, 8
"""Letters of a name, its ending aside: up to the first all stay, from the second on two go."""


def owner_file(path: str) -> str:
    """Return the name of the owner file that says that a Word file is open, "" for none."""
    folder, name = os.path.split(path)
    stem, ending = os.path.splitext(name)
    if ending.lower() not in WORD_ENDINGS:
        return ""
    left_out = 0 if len(stem) <= _SHORT else 1 if len(stem) < _LONG else 2
    for owner in (f"~${name[left_out:]}", f".~lock.{name}#"):
        if os.path.exists(os.path.join(folder, owner)):
            return owner
    return ""
