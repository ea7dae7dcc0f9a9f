"""Test how a Python gets into a package of the extension."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import io
import json
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

SCRIPTS = ROOT / "vscode-ext" / "scripts"
LOCK = ROOT / "vscode-ext" / "python" / "runtimes.json"


@pytest.fixture(scope="module")
def runtime() -> ModuleType:
    """The script."""
    spec = importlib.util.spec_from_file_location("runtime", SCRIPTS / "bundle_runtime.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def archive_of(folder: Path, files: dict[str, bytes], links: dict[str, str]) -> tuple[Path, str]:
    """An archive as python-build-standalone lays one out, and its SHA-256."""
    path = folder / "cpython-3.13.1+20250101-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(f"python/{name}")
            member.size, member.mode = len(content), 0o755
            tar.addfile(member, io.BytesIO(content))
        for name, target in links.items():
            member = tarfile.TarInfo(f"python/{name}")
            member.type, member.linkname = tarfile.SYMTYPE, target
            tar.addfile(member)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def inside(folder: Path) -> list[str]:
    """The files in a folder; none of them a link."""
    found = [path for path in folder.rglob("*") if not path.is_dir()]
    assert not any(path.is_symlink() for path in found)
    return sorted(str(path.relative_to(folder)) for path in found)


def test_an_archive_without_what_nobody_imports(runtime: ModuleType, tmp_path: Path) -> None:
    files = {
        "bin/python3.13": b"program",
        "bin/pip3": b"no",
        "lib/python3.13/os.py": b"",
        "lib/python3.13/json/__init__.py": b"",
        "lib/python3.13/test/test_os.py": b"no",
        "lib/python3.13/idlelib/idle.py": b"no",
        "lib/python3.13/site-packages/pip/__init__.py": b"no",
        "include/python3.13/Python.h": b"no",
    }
    archive, sha256 = archive_of(tmp_path, files, {"bin/python3": "python3.13"})
    own = tmp_path / "bundled" / "python"
    assert runtime.add_archive(archive, sha256, own) == "3.13.1"
    assert inside(own) == ["bin/python3", "lib/python3.13/json/__init__.py", "lib/python3.13/os.py"]
    assert (own / "bin" / "python3").read_bytes() == b"program"
    assert (own / "bin" / "python3").stat().st_mode & 0o100
    assert inside(own.parent) == [f"python/{name}" for name in inside(own)]


def test_an_archive_for_windows(runtime: ModuleType, tmp_path: Path) -> None:
    files = {
        "python.exe": b"program",
        "Lib/os.py": b"",
        "Lib/test/x.py": b"no",
        "DLLs/_x.pyd": b"x",
    }
    archive, sha256 = archive_of(tmp_path, files, {})
    runtime.add_archive(archive, sha256, tmp_path / "own" / "python")
    assert inside(tmp_path / "own" / "python") == ["DLLs/_x.pyd", "Lib/os.py", "python.exe"]


def test_another_archive_is_refused(runtime: ModuleType, tmp_path: Path) -> None:
    archive, _ = archive_of(tmp_path, {"bin/python3": b""}, {})
    with pytest.raises(ValueError, match="its SHA-256 is"):
        runtime.add_archive(archive, "0" * 64, tmp_path / "own" / "python")
    assert not (tmp_path / "own").exists()


def test_the_standard_library_as_one_file(runtime: ModuleType, tmp_path: Path) -> None:
    name = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    library = tmp_path / name
    (library / "pack").mkdir(parents=True)
    (library / "os.py").write_text("")
    (library / "pack" / "__init__.py").write_text("def place():\n    raise ValueError\n")
    runtime.pack_library(tmp_path, name)
    packed = tmp_path / f"{name.replace('.', '')}.zip"
    assert inside(tmp_path) == sorted([f"{name}/os.py", packed.name])
    code = f"import sys; sys.path.insert(0, {str(packed)!r}); import pack; pack.place()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    # No path of the machine that made the package.
    assert 'File "pack/__init__.py", line 2, in place' in done.stderr
    assert str(library) not in done.stderr


def test_without_a_python_of_its_own_nothing_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))
    bundling = importlib.import_module("bundle_python")
    wheel = tmp_path / "reslint-1-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("reslint/__init__.py", "")
    monkeypatch.setattr(bundling, "EXTENSION", tmp_path)
    # As this Python would compile for itself: nothing is fetched.
    own = "{}.{}".format(*sys.version_info)
    monkeypatch.setattr(bundling, "fetch", lambda *_: {own: []})
    monkeypatch.setattr(sys, "argv", ["", "--target", "win32-x64", "--wheel", str(wheel)])
    assert bundling.main() == 0
    assert inside(tmp_path / "bundled") == ["TARGET", "libs/reslint/__init__.py"]
    assert capsys.readouterr().err == ""


def test_each_platform_of_linux_has_the_same_packages_locked() -> None:
    locks = json.loads(LOCK.read_text("utf-8"))
    assert set(locks) == {"linux-x64", "linux-arm64"}
    one, other = locks.values()
    assert one["version"] == other["version"]
    assert {name: version for name, (version, _) in one["packages"].items()} == {
        name: version for name, (version, _) in other["packages"].items()
    }
    assert not {sha256 for _, sha256 in one["packages"].values()} & {
        sha256 for _, sha256 in other["packages"].values()
    }
