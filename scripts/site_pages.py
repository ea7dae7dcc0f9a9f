"""Hooks of MkDocs: pages of the site that are not under docs/, and links that lead there.

The pages under docs/ link to each other and to files of the repository as they lie beside them, so
that the links work wherever the Markdown is read. On the site, README.md is the home page, and each
file or folder that is linked to becomes a page under `repository/`. mkdocs.yml names this module.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
PLACE = "repository"
"""The folder of the site for what is not under docs/."""
HOME, DOCS, RULES = "README.md", "docs/", "docs/rules/README.md"
_LINK = re.compile(r"(?<=\]\()([^)\s#:<>]+)(?=[)#])")
_FENCE = re.compile(r"^( *)(`{3,})[^`\n]*\n.*?^\1\2 *$", re.MULTILINE | re.DOTALL)
_LANGUAGES = {".yaml": "yaml", ".json": "json", ".md": "markdown", ".j2": "jinja"}
_LONGEST = 20_000
"""Bytes of a file that the page of its folder shows."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the pages of the rules to the navigation, by family."""
    rules: list[Any] = [{"All rules": "rules/README.md"}]
    for line in (ROOT / RULES).read_text("utf-8").splitlines():
        if line.startswith("## "):
            rules.append({line[3:].partition(":")[0]: []})
        elif row := re.match(r"\| \[(\w+)\]\((\w+\.md)\) \| ([^ |]+)", line):
            (pages,) = rules[-1].values()
            pages.append({f"{row[1]} {row[3]}": f"rules/{row[2]}"})
    assert config.nav is not None
    config.nav.append({"Rules": rules})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the home page, and what pages link to outside docs/."""
    waiting = [HOME]
    waiting += sorted(DOCS + one.src_uri for one in files if one.src_uri.endswith(".md"))
    seen = set(waiting)
    while waiting:
        path = waiting.pop(0)
        if not path.startswith(DOCS):
            files.append(_file(path, config))
        for target in sorted(_targets(path)):
            if target not in seen and not target.startswith(DOCS) and (ROOT / target).exists():
                seen.add(target)
                waiting.append(target)
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead the links of a page to the pages of the site."""
    source = _source(page.file.src_uri)
    here = posixpath.dirname(page.file.src_uri)

    def on_site(link: re.Match[str]) -> str:
        return posixpath.relpath(_on_site(_joined(source, link[0])), here or ".")

    return _outside_code(markdown, lambda text: _LINK.sub(on_site, text))


def _file(path: str, config: MkDocsConfig) -> File:
    """The file of the site for a path of the repository; a folder is a page of its files."""
    if (ROOT / path).is_dir():
        return File.generated(config, _on_site(path), content=_listing(path))
    if path.endswith(".md"):
        return File.generated(config, _on_site(path), content=(ROOT / path).read_text("utf-8"))
    return File.generated(config, _on_site(path), abs_src_path=str(ROOT / path))


def _listing(folder: str) -> str:
    """The page of a folder: each file in full, pages and long files as links."""
    parts = [f"# {folder}\n"]
    for path in sorted((ROOT / folder).rglob("*")):
        name = path.relative_to(ROOT / folder).as_posix()
        if path.is_dir() or "/." in f"/{name}" or "__pycache__" in name:
            continue
        if path.suffix == ".md" or path.stat().st_size > _LONGEST:
            parts.append(f"## {name}\n\n[{name}]({posixpath.join('..', folder, name)})\n")
        else:
            language = _LANGUAGES.get(path.suffix, "text")
            text = path.read_text("utf-8").rstrip("\n")
            parts.append(f"## {name}\n\n````{language}\n{text}\n````\n")
    return "\n".join(parts)


def _targets(path: str) -> set[str]:
    """The paths in the repository to which a page, or the page of a folder, links."""
    full = ROOT / path
    if full.is_dir():
        files = (one for one in full.rglob("*") if one.is_file())
        return {
            one.relative_to(ROOT).as_posix()
            for one in files
            if one.suffix == ".md" or one.stat().st_size > _LONGEST
        }
    if full.suffix != ".md":
        return set()
    found: set[str] = set()

    def note(text: str) -> str:
        found.update(_joined(path, link) for link in _LINK.findall(text))
        return text

    _outside_code(full.read_text("utf-8"), note)
    return found


def _outside_code(markdown: str, change: Any) -> str:
    """Change a page outside its blocks of code."""
    parts = []
    end = 0
    for block in _FENCE.finditer(markdown):
        parts += [change(markdown[end : block.start()]), block[0]]
        end = block.end()
    return "".join([*parts, change(markdown[end:])])


def _joined(path: str, link: str) -> str:
    """The path in the repository to which a link on a page leads; of a folder, its README.md."""
    folder = path if (ROOT / path).is_dir() else posixpath.dirname(path)
    target = posixpath.normpath(posixpath.join(folder, link))
    readme = f"{target}/README.md"
    return readme if (ROOT / readme).exists() else target


def _on_site(path: str) -> str:
    """The path on the site of a path in the repository."""
    if path == HOME:
        return "index.md"
    if path.startswith(DOCS):
        return path.removeprefix(DOCS)
    return f"{PLACE}/{path}/index.md" if (ROOT / path).is_dir() else f"{PLACE}/{path}"


def _source(uri: str) -> str:
    """The path in the repository of a page of the site."""
    if uri == "index.md":
        return HOME
    if not uri.startswith(f"{PLACE}/"):
        return DOCS + uri
    path = uri.removeprefix(f"{PLACE}/")
    return path if (ROOT / path).exists() else posixpath.dirname(path)
