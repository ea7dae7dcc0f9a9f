"""The types of the protocol imported without making all their classes ready.

`lsprotocol.types` has 554 classes, and making each of them ready (its `__init__`, `__eq__` …) is
nine tenths of half a second at every start; a session needs a few dozen. Here each class is made
ready when it is first used: the class itself is the same from the beginning. Where anything about
that library is not as it was when this was written, its types are imported as it wants it.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import RLock
from typing import Any

_TYPES = "lsprotocol.types"
_FIELDS = "__attrs_attrs__"


def import_light() -> None:
    """Import the types so; does nothing if they are imported already."""
    if _TYPES in sys.modules:
        return
    import attrs

    make_ready = attrs.define
    lock = RLock()

    def ready(cls: Any) -> None:
        with lock:
            if isinstance(cls.__dict__.get(_FIELDS), _Unready):
                delattr(cls, _FIELDS)
                del cls.__init__
                # In place: with slots it would become another class.
                make_ready(slots=False)(cls)
                attrs.resolve_types(cls, sys.modules[_TYPES].ALL_TYPES_MAP, {})

    class _Unready:
        """Stands where the fields of a class will be."""

        def __get__(self, instance: Any, cls: Any) -> Any:
            ready(cls)
            return getattr(cls, _FIELDS)

    def later(cls: Any = None, **options: Any) -> Any:
        if cls is None or options or cls.__bases__ != (object,) or "__init__" in cls.__dict__:
            return make_ready(cls, **options)

        def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807
            ready(cls)
            cls.__init__(self, *values, **named)

        setattr(cls, _FIELDS, _Unready())
        cls.__init__ = __init__
        return cls

    replaced: Any = later
    attrs.define = replaced
    try:
        import_module(_TYPES)
    except Exception:
        sys.modules.pop(_TYPES, None)
        return  # whoever needs the types next imports them whole
    finally:
        attrs.define = make_ready
    hooks: Any = import_module("lsprotocol._hooks")
    # It would ask every class for its fields, to resolve their types: each does that by itself.
    if hasattr(hooks, "_resolved_forward_references"):
        hooks._resolved_forward_references = True
