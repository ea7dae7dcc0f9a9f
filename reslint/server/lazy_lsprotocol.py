"""Import the protocol's types without building all their classes.

`lsprotocol.types` has 554 attrs classes; generating their methods takes most of half a second at
each start, and a session needs a few dozen. Here the methods of a class are generated when it is
first used; the class object is the same from the start. If the library is not as expected, its
types are imported the usual way. Must run before anything else imports `lsprotocol.types`.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import RLock
from typing import Any

_TYPES = "lsprotocol.types"
_FIELDS = "__attrs_attrs__"


def import_lazily() -> None:
    """Import the types with lazy classes; do nothing if they are imported already."""
    if _TYPES in sys.modules:
        return
    import attrs

    define = attrs.define
    lock = RLock()

    def build(cls: Any) -> None:
        with lock:
            if isinstance(cls.__dict__.get(_FIELDS), _Unbuilt):
                delattr(cls, _FIELDS)
                del cls.__init__
                # Without slots: with them attrs would make another class.
                define(slots=False)(cls)
                attrs.resolve_types(cls)

    class _Unbuilt:
        """Placeholder for the fields of a class that is not built yet."""

        def __get__(self, instance: Any, cls: Any) -> Any:
            build(cls)
            return getattr(cls, _FIELDS)

    def define_lazily(cls: Any = None, **options: Any) -> Any:
        if cls is None or options or cls.__bases__ != (object,) or "__init__" in cls.__dict__:
            return define(cls, **options)

        def __init__(self: Any, *values: Any, **named: Any) -> None:  # noqa: N807 - becomes a method
            build(cls)
            cls.__init__(self, *values, **named)

        setattr(cls, _FIELDS, _Unbuilt())
        cls.__init__ = __init__
        return cls

    replaced: Any = define_lazily
    attrs.define = replaced
    try:
        import_module(_TYPES)
    except Exception:
        sys.modules.pop(_TYPES, None)
        return  # the next import builds all classes
    finally:
        attrs.define = define
    # The first converter resolves the types of all classes in this map, which would build every
    # one of them. Here each class does that when it is built: the first converter sees no class.
    by_name = sys.modules[_TYPES].ALL_TYPES_MAP
    all_types = dict(by_name)
    by_name.clear()
    import_module("lsprotocol.converters").get_converter()
    by_name.update(all_types)
