"""The code of a command's modules in one file: loaded from there, and never needed."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from reslint.data.code_cache import CodeCache, keep_code
from tests.conftest import ROOT

PACKAGE = "kept_package"
MODULES = tuple(f"{PACKAGE}.module_{number}" for number in range(8))


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package of eight modules, each with its own number."""
    folder = tmp_path / PACKAGE
    folder.mkdir()
    (folder / "__init__.py").write_text('"""A package."""\n', encoding="utf-8")
    for number in range(8):
        text = f'"""Module {number}."""\nNUMBER = {number}\n\n\ndef number():\n    return NUMBER\n'
        (folder / f"module_{number}.py").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", sys.meta_path.copy())
    yield folder
    forget()


def forget() -> None:
    """Let the modules be imported again."""
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]
    importlib.invalidate_caches()


def started(folder: Path) -> CodeCache:
    """The code cache of a new start."""
    forget()
    sys.meta_path[:] = [one for one in sys.meta_path if not isinstance(one, CodeCache)]
    cache = CodeCache(PACKAGE, str(folder), str(folder / "code.pyc"))
    sys.meta_path.insert(0, cache)
    return cache


def numbers() -> list[int]:
    return [importlib.import_module(name).number() for name in MODULES]


def attributes() -> list[tuple[object, ...]]:
    """What the modules say of themselves."""
    modules = [sys.modules[name] for name in (PACKAGE, *MODULES)]
    return [(one.__file__, one.__cached__, one.__doc__, one.__package__) for one in modules]


def from_the_file() -> list[str]:
    """The modules that were loaded from the file of the code."""
    loaders = {name: sys.modules[name].__loader__ for name in MODULES}
    return [name for name in MODULES if getattr(loaders[name], "known_code", None) is not None]


def test_modules_are_loaded_from_the_file(package: Path) -> None:
    cache = started(package)
    assert numbers() == list(range(8))
    assert from_the_file() == []
    usual = attributes()
    cache.save()
    started(package)
    assert numbers() == list(range(8))
    assert from_the_file() == list(MODULES)
    assert attributes() == usual
    assert list(sys.modules[PACKAGE].__path__) == [str(package)]


def test_a_changed_module_is_read_again(package: Path) -> None:
    cache = started(package)
    numbers()
    cache.save()
    changed = package / "module_3.py"
    status = changed.stat()
    # The same size, another time.
    changed.write_text(changed.read_text(encoding="utf-8").replace("= 3", "= 7"), encoding="utf-8")
    os.utime(changed, ns=(status.st_atime_ns, status.st_mtime_ns + 2_000_000_000))
    started(package)
    assert numbers() == [0, 1, 2, 7, 4, 5, 6, 7]
    assert from_the_file() == [name for name in MODULES if name != MODULES[3]]
    # A module that is read again while the program runs.
    changed = package / "module_5.py"
    changed.write_text("def number():\n    return 50\n", encoding="utf-8")
    module = sys.modules[MODULES[5]]
    importlib.invalidate_caches()
    assert importlib.reload(module).number() == 50


def test_a_module_that_is_gone_is_not_found(package: Path) -> None:
    cache = started(package)
    numbers()
    cache.save()
    (package / "module_0.py").unlink()
    started(package)
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(MODULES[0])


def test_few_new_modules_are_not_worth_writing(package: Path) -> None:
    cache = started(package)
    for name in MODULES[:6]:  # with the package itself seven
        importlib.import_module(name)
    cache.save()
    assert not (package / "code.pyc").exists()
    importlib.import_module(MODULES[6])
    cache.save()
    assert (package / "code.pyc").exists()
    # The eighth is read as usual.
    started(package)
    assert numbers() == list(range(8))
    assert from_the_file() == list(MODULES[:7])


@pytest.mark.parametrize("damage", [b"", b"x", b"kept_package 0 0 /elsewhere\n", None])
def test_a_file_that_cannot_be_used_counts_as_empty(package: Path, damage: bytes | None) -> None:
    cache = started(package)
    numbers()
    cache.save()
    file = package / "code.pyc"
    file.write_bytes(file.read_bytes()[:-20] if damage is None else damage)
    started(package)
    assert numbers() == list(range(8))
    assert from_the_file() == []


def test_nothing_is_written_where_python_writes_no_code(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    cache = started(package)
    numbers()
    cache.save()
    assert not (package / "code.pyc").exists()


@pytest.mark.parametrize("command", ["", "--version", "-V", "../check", "draft.md"])
def test_what_is_no_command_has_no_file(command: str) -> None:
    assert keep_code(command) is None


def test_a_start_of_the_command_reads_its_code_from_one_file(tmp_path: Path) -> None:
    script = (
        "import sys, os\n"
        "from reslint.__main__ import run\n"
        "def leave(code):\n"
        "    names = [n for n in sys.modules if n.startswith('reslint.')]\n"
        "    loaders = [sys.modules[n].__loader__ for n in names]\n"
        "    ours = [one for one in loaders if getattr(one, 'known_code', None)]\n"
        "    print(len(names) - len(ours), len(ours) > 20, flush=True)\n"
        "os._exit = leave\n"
        "run()\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    lines = [
        subprocess.run(
            [sys.executable, "-c", script, "config", str(tmp_path)],
            capture_output=True,
            env=environment,
            timeout=60,
            check=True,
            text=True,
        ).stdout.splitlines()[-1]
        for _ in range(2)
    ]
    # The modules that look for the file, and the one that starts, are there before.
    first, second = (line.split() for line in lines)
    assert int(first[0]) > 20
    assert second == ["5", "True"]


def written(package: Path, name: str, text: str) -> None:
    (package / f"{name}.py").write_text(text, encoding="utf-8")


@pytest.fixture
def nested(package: Path) -> Path:
    """Module 0 imports module 1, which imports module 2; each writes down that it has run."""
    (package / "order.py").write_text("RAN = []\n", encoding="utf-8")
    for number, imported in ((0, f"from {PACKAGE} import module_1\n"), (1, ""), (2, "")):
        if number == 1:
            imported = f"import {PACKAGE}.module_2\n"
        text = f"from {PACKAGE} import order\n{imported}order.RAN.append({number})\n"
        written(package, f"module_{number}", f"{text}def number():\n    return {number}\n")
    return package


def ran() -> list[int]:
    order: list[int] = vars(importlib.import_module(f"{PACKAGE}.order"))["RAN"]
    return order


def test_what_a_module_imports_runs_before_it_in_the_usual_order(nested: Path) -> None:
    cache = started(nested)
    numbers()
    cache.save()
    assert ran() == [2, 1, 0]
    started(nested)
    importlib.import_module(PACKAGE)
    searched: list[str] = []
    sys.meta_path.insert(0, _Witness(searched))
    importlib.import_module(MODULES[0])
    assert ran() == [2, 1, 0]
    # Only the first one was imported step by step.
    assert searched == [MODULES[0]]
    inner = sys.modules[MODULES[1]]
    assert sys.modules[PACKAGE].module_1 is inner
    assert inner.__spec__ is not None
    assert (inner.__spec__.name, inner.__package__) == (MODULES[1], PACKAGE)


class _Witness:
    """Notes which modules are searched for."""

    def __init__(self, names: list[str]) -> None:
        self._names = names

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        self._names.append(name)


def test_a_changed_module_within_another_is_read_again(nested: Path) -> None:
    cache = started(nested)
    numbers()
    cache.save()
    written(nested, "module_2", "def number():\n    return 20\n")
    started(nested)
    assert numbers()[:3] == [0, 1, 20]
    assert from_the_file()[:2] == [MODULES[0], MODULES[1]]


def test_a_module_that_fails_within_another_is_forgotten(nested: Path) -> None:
    cache = started(nested)
    numbers()
    cache.save()
    started(nested)
    vars(importlib.import_module(f"{PACKAGE}.order"))["RAN"] = None  # so that `append` fails
    with pytest.raises(AttributeError):
        importlib.import_module(MODULES[0])
    assert not {*MODULES[:3]} & {*sys.modules}


def test_beside_another_thread_modules_are_imported_step_by_step(nested: Path) -> None:
    cache = started(nested)
    numbers()
    cache.save()
    started(nested)
    importlib.import_module(PACKAGE)
    searched: list[str] = []
    sys.meta_path.insert(0, _Witness(searched))
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    try:
        importlib.import_module(MODULES[0])
    finally:
        end.set()
        other.join()
    assert searched == [MODULES[0], f"{PACKAGE}.order", MODULES[1], MODULES[2]]
