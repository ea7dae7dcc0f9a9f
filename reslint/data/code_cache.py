"""The code of a command's modules in one file, so that a start reads one file instead of hundreds.

Python keeps the code of each module in a file of its own, and looks for this file, its folder and
its source at each start: half of what a small module costs. The file here holds the code of all
modules that a command imported. It lies in `__pycache__` beside Python's own files and is written
under the same conditions. A module whose source has another size or time is imported as usual.

The steps of an import are a tenth of a start. So the file also says which modules each module
imports while it runs. These are run just before it, in the order in which they ended: its imports
then find them at hand.

On the path of every start: cheap imports only.
"""

from __future__ import annotations

import marshal
import os
import sys
from importlib.machinery import BuiltinImporter, ModuleSpec, PathFinder, SourceFileLoader
from types import ModuleType

from reslint.data import paths
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType
    from typing import TypeAlias

    Entry: TypeAlias = tuple[str, str | None, bool, int, int, CodeType, tuple[str, ...]]
    """Source, Python's own file, whether a package, size and time of the source, code, and the
    modules that were imported while it ran, in the order in which they ended."""


_FORMAT = 2
"""The number of the form in which entries are kept: to be raised when it changes."""
_NEW = 8
"""So many modules that are not in the file make it worth writing again."""


class CodeCache:
    """Finds modules of a package whose code is kept in a file (`sys.meta_path`).

    `package` is the name of the package, `folder` where it lies. A file that is missing, of another
    version or damaged counts as empty.
    """

    def __init__(self, package: str, folder: str, path: str) -> None:
        self._package = package
        self._path = path
        self._head = f"{package} {__version__} {_FORMAT} {sys.hexversion} {folder}\n".encode(
            "utf-8", "surrogatepass"
        )
        self._kept: dict[str, Entry] = self._read()
        self._ended: list[str] = []
        self._within: dict[str, tuple[str, ...]] = {}

    def _entry(self, module: ModuleType) -> Entry | None:
        """Return what is kept of a module, None if it does not come from a source file."""
        spec = module.__spec__
        if spec is None or not isinstance(spec.loader, SourceFileLoader):
            return None
        source = spec.loader.get_filename(spec.name)
        # The state is taken before the code: a file saved meanwhile makes the entry stale.
        size, time = _state(source)
        code = spec.loader.get_code(spec.name)
        if code is None or size < 0:
            return None
        is_package = spec.submodule_search_locations is not None
        return source, spec.cached, is_package, size, time, code, self._within.get(spec.name, ())

    def _read(self) -> dict[str, Entry]:
        try:
            with open(self._path, "rb") as stream:
                data = stream.read()
            if data.startswith(self._head):
                kept: dict[str, Entry] = marshal.loads(memoryview(data)[len(self._head) :])
                return kept
        except (OSError, EOFError, ValueError, TypeError):
            pass
        return {}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how a module is loaded from the file, None to look for it elsewhere.

        What it imports is loaded at once, unless another thread could see it half loaded.
        """
        if target is not None or name.partition(".")[0] != self._package:
            return None
        spec = self._spec_of(name)
        if spec is None:
            spec = PathFinder.find_spec(name, path)
            if spec is not None and type(spec.loader) is SourceFileLoader:
                spec.loader = _Loader(name, spec.loader.path, self)
        elif not _has_threads():
            for each in self._kept[name][-1]:
                if each not in sys.modules:
                    self._load(each)
        return spec

    def _spec_of(self, name: str) -> ModuleSpec | None:
        """Return how a module is loaded from the file; None if it is not in there, or changed."""
        entry = self._kept.get(name)
        if entry is None:
            return None
        source, cached, is_package, size, time, code, _ = entry
        if (size, time) != _state(source):
            del self._kept[name]
            return None
        spec = ModuleSpec(
            name, _Loader(name, source, self, code), origin=source, is_package=is_package
        )
        spec.has_location = True
        spec.cached = cached
        if is_package:
            spec.submodule_search_locations = [os.path.dirname(source)]
        return spec

    def _load(self, name: str) -> None:
        """Load a module from the file as an import would, unless it changed."""
        package, _, last = name.rpartition(".")
        holder, spec = sys.modules.get(package), self._spec_of(name)
        if spec is None or (package and holder is None):
            return
        module = ModuleType(name)
        module.__dict__.update(
            __file__=spec.origin,
            __cached__=spec.cached,
            __loader__=spec.loader,
            __package__=spec.parent,
            __spec__=spec,
        )
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        sys.modules[name] = module
        try:
            exec(self._kept[name][-2], module.__dict__)
        except BaseException:
            del sys.modules[name]
            raise
        if holder is not None:
            setattr(holder, last, module)
        self._ended.append(name)

    def run(self, module: ModuleType, loader: SourceFileLoader) -> None:
        """Run a module, and note which others are imported meanwhile."""
        before = len(self._ended)
        SourceFileLoader.exec_module(loader, module)
        self._within[module.__name__] = tuple(self._ended[before:])
        self._ended.append(module.__name__)

    def save(self) -> None:
        """Write the file again if many modules were imported that are not in it.

        If it cannot be written, nothing is said: it is not needed.
        """
        if sys.dont_write_bytecode:
            return
        new = {
            name: entry
            for name, module in list(sys.modules.items())
            if name.partition(".")[0] == self._package and name not in self._kept
            if (entry := self._entry(module)) is not None
        }
        if len(new) >= _NEW:
            self._kept |= new
            data = self._head + marshal.dumps(self._kept)
            SourceFileLoader(self._package, self._path).set_data(self._path, data)


class _Loader(SourceFileLoader):
    """Runs a source file as a module, or code of it that is known already."""

    def __init__(
        self, name: str, path: str, cache: CodeCache, code: CodeType | None = None
    ) -> None:
        super().__init__(name, path)
        self._cache = cache
        self.known_code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        return self.known_code or super().get_code(fullname)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        self._cache.run(module, self)


def _has_threads() -> bool:
    """Tell whether more than one thread runs."""
    threading = sys.modules.get("threading")
    return threading is not None and threading.active_count() > 1


def _state(source: str) -> tuple[int, int]:
    """Return size and time of a source file, (-1, 0) for one that is missing."""
    try:
        status = os.stat(source)
    except OSError:
        return -1, 0
    return status.st_size, status.st_mtime_ns


def keep_code(command: str) -> CodeCache | None:
    """Find the modules of a command in the file of its code from now on.

    None where Python keeps no code of reslint. Finders that others put before those of Python stay
    the first.
    """
    beside = __spec__.cached if __spec__ is not None else None
    named = command[:1].isalpha() and command.replace("-", "").isalpha()
    if not beside or not named or BuiltinImporter not in sys.meta_path:
        return None
    folder, name = os.path.split(beside)
    name = name.replace("code_cache", f"code_cache-{command}")  # no module has a hyphen
    cache = CodeCache("reslint", paths.PACKAGE, os.path.join(folder, name))
    sys.meta_path.insert(sys.meta_path.index(BuiltinImporter), cache)
    return cache
