"""Collect the packages that the extension bundles: reslint and its requirements, for one platform.

    python3 scripts/bundle_python.py --target linux-x64
    python3 scripts/bundle_python.py --target linux-x64 --with-python
    python3 scripts/bundle_python.py --target win32-x64 --python-archive FILE --sha256 HASH

Wheels are downloaded from the package index by `python/requirements.txt`, which holds the hash of
each. They are unpacked into `bundled/`: pure Python packages into `libs`, compiled ones into one
folder per Python version (`cp311` …). reslint itself is built from this repository. With a Python
of its own (`bundle_runtime.py`), the package holds the compiled packages of that version alone.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from bundle_runtime import add_archive, add_debian, compile_all

EXTENSION = Path(__file__).resolve().parent.parent
REQUIREMENTS = EXTENSION / "python" / "requirements.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

# The wheels' names of each platform of VS Code, oldest system first.
PLATFORMS = {
    "linux-x64": ["manylinux2014_x86_64", "manylinux_2_17_x86_64", "manylinux_2_28_x86_64"],
    "linux-arm64": ["manylinux2014_aarch64", "manylinux_2_17_aarch64", "manylinux_2_28_aarch64"],
    "darwin-x64": [f"macosx_10_{minor}_x86_64" for minor in range(9, 16)] + ["macosx_11_0_x86_64"],
    "darwin-arm64": ["macosx_11_0_arm64"],
    "win32-x64": ["win_amd64"],
}

PURE = "-none-any.whl"

# Parts of wheels that nothing imports.
LEFT_OUT = re.compile(r"(^|/)(tests?|testing)/|\.(pyi|pyx|pxd|c|h)$|/(RECORD|INSTALLER|WHEEL)$")
LICENCE = re.compile(r"\.dist-info/.*(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)


def main() -> int:
    """Fill `bundled/`. Raises if a wheel is missing or has another hash."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--target", choices=sorted(PLATFORMS), default=this_target())
    parser.add_argument("--wheel", type=Path, help="a wheel of reslint; left out, it is built")
    parser.add_argument("--with-python", action="store_true", help="with Debian's Python (Linux)")
    parser.add_argument("--python-archive", type=Path, help="with this python-build-standalone")
    parser.add_argument("--sha256", default="", help="the SHA-256 of that archive")
    arguments = parser.parse_args()

    bundle = EXTENSION / "bundled"
    shutil.rmtree(bundle, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="reslint-bundle-") as folder:
        work = Path(folder)
        reslint = arguments.wheel or build_reslint(work / "reslint")
        own = bundle / "python"
        version = ""
        if arguments.python_archive:
            version = add_archive(arguments.python_archive, arguments.sha256, own)
        elif arguments.with_python:
            version = add_debian(arguments.target, own, work)
        pythons = (version.rpartition(".")[0],) if version else PYTHONS
        wheels = fetch(arguments.target, pythons, work)
        unpack(reslint, bundle / "libs", strip=None)
        stripper = find_stripper() if arguments.target.startswith("linux") else None
        for python, found in wheels.items():
            for wheel in found:
                if wheel.name.endswith(PURE):
                    unpack(wheel, bundle / "libs", strip=None)
                else:
                    unpack(wheel, bundle / f"cp{python.replace('.', '')}", strip=stripper)
        if version and not compile_all(
            [path for path in bundle.iterdir() if path.is_dir()], version
        ):
            print(f"not compiled: that needs Python {pythons[0]} here", file=sys.stderr)
    (bundle / "TARGET").write_text(f"{arguments.target}\n", encoding="ascii")
    size = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file())
    print(f"bundled for {arguments.target}: {size / 1e6:.1f} MB unpacked")
    return 0


def this_target() -> str:
    """The platform of this machine, as VS Code names it."""
    system = {"darwin": "darwin", "win32": "win32"}.get(sys.platform, "linux")
    machine = os.uname().machine if hasattr(os, "uname") else "AMD64"
    return f"{system}-{'arm64' if machine in ('arm64', 'aarch64') else 'x64'}"


def build_reslint(folder: Path) -> Path:
    """Build reslint's wheel, with its rules compiled, into `folder`."""
    run_pip("wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(EXTENSION.parent))
    (wheel,) = folder.glob("reslint-*.whl")
    return wheel


def fetch(target: str, pythons: tuple[str, ...], work: Path) -> dict[str, list[Path]]:
    """Fetch the wheels of `pythons` for `target`; pip refuses one whose hash is not listed."""
    platforms = [part for name in PLATFORMS[target] for part in ("--platform", name)]

    def of_version(version: str, requirements: Path) -> list[Path]:
        folder = work / version
        run_pip(
            *("download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"),
            *("--requirement", str(requirements), "--dest", str(folder)),
            *("--implementation", "cp", "--python-version", version, *platforms),
        )
        return sorted(folder.glob("*.whl"))

    first, *others = pythons
    wheels = {first: of_version(first, REQUIREMENTS)}
    # Pure Python packages are complete now; the other Python versions only need compiled ones.
    compiled = [wheel for wheel in wheels[first] if not wheel.name.endswith(PURE)]
    requirements = work / "compiled.txt"
    requirements.write_text(pins_of([name_of(wheel) for wheel in compiled]), encoding="utf-8")
    with ThreadPoolExecutor(2) as pool:
        wheels |= zip(others, pool.map(lambda v: of_version(v, requirements), others), strict=True)
    return wheels


def pins_of(names: list[str]) -> str:
    """The pins of `requirements.txt`, with their hashes, of the packages `names`."""
    pins = re.split(r"\n(?=[a-z])", REQUIREMENTS.read_text(encoding="utf-8").strip())
    chosen = [pin for pin in pins if normal(pin.split("==")[0]) in names]
    if len(chosen) != len(names):
        raise ValueError(f"{REQUIREMENTS.name} does not pin all of {', '.join(names)}")
    return "\n".join(chosen) + "\n"


def name_of(wheel: Path) -> str:
    """The name of the package in a wheel, in its normal form."""
    return normal(wheel.name.split("-")[0])


def normal(name: str) -> str:
    """The normalized name of a package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def unpack(wheel: Path, folder: Path, strip: list[str] | None) -> None:
    """Unpack a wheel without unused parts. Licences of compiled wheels go to `libs`, once."""
    with zipfile.ZipFile(wheel) as archive:
        for member in archive.infolist():
            name = member.filename
            if member.is_dir() or (LEFT_OUT.search(name) and not LICENCE.search(name)):
                continue
            parts = PurePosixPath(name).parts
            if ".." in parts or PurePosixPath(name).is_absolute() or ".data/" in name:
                raise ValueError(f"{wheel.name}: unexpected member {name}")
            # Metadata and licences are the same for every Python.
            root = folder.parent / "libs" if ".dist-info/" in name else folder
            path = root.joinpath(*parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(member))
            if strip and path.suffix == ".so":
                subprocess.run([*strip, str(path)], check=True)


def find_stripper() -> list[str] | None:
    """The command that takes off Linux libraries what only debuggers read, most of their size.

    LLVM's knows every processor, that of the binutils its own only.
    """
    for name in ("llvm-strip", *(f"llvm-strip-{version}" for version in range(22, 13, -1))):
        found = shutil.which(name)
        if found:
            return [found, "--strip-unneeded"]
    print("no llvm-strip: libraries keep what only debuggers read", file=sys.stderr)
    return None


def run_pip(*arguments: str) -> None:
    """Run pip and show its output only if it fails."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(f"pip {arguments[0]} failed:\n{result.stderr}")


if __name__ == "__main__":
    sys.exit(main())
