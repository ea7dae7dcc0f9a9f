"""Build hook: add the shipped rules to the wheel, compiled, as `reslint/_prebuilt`.

A broken rule or vocabulary stops the build. Editable installs compile on first use instead. Rules
that reslint also reads as YAML are in `reslint/_rules`; those of ONLY_COMPILED are stored once.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ONLY_COMPILED = ("counterparts", "documents", "names", "organs")
"""Folders under `rules` of which an installed reslint reads nothing but the compiled form."""


class CompiledRules(BuildHookInterface[Any]):
    """Adds the rules and vocabularies to a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a temporary folder and include its files.

        Raises RuntimeError for broken rules.
        """
        if version == "editable":
            return
        # The rules are compiled by the code that the wheel will hold, not by an installed one.
        sys.path.insert(0, self.root)
        try:
            from reslint.blocks.furniture import compile_furniture
            from reslint.blocks.label_words import compile_label_words
            from reslint.citations.document_site import compile_site
            from reslint.concordance.languages.counterparts import compile_counterparts
            from reslint.data.compiled import write_prebuilt
            from reslint.language.habits import compile_organs
            from reslint.language.loading import compile_vocabulary
            from reslint.language.symbols import compile_symbols
            from reslint.names.compiler import compile_names
            from reslint.rulebook.book import compile_standard
        finally:
            sys.path.remove(self.root)

        rules = os.path.join(self.root, "rules")
        for entry in os.scandir(rules):
            if entry.name not in ONLY_COMPILED:
                build_data["force_include"][entry.path] = f"reslint/_rules/{entry.name}"
        groups = {
            "rules": compile_standard(rules),
            "vocabulary": compile_vocabulary(rules),
            "names": compile_names(rules),
            "organs": compile_organs(rules),
            "counterparts": compile_counterparts(rules),
            "documents": compile_site(rules),
            "symbols": compile_symbols(rules),
            "labels": compile_label_words(rules),
            "furniture": compile_furniture(rules),
        }
        faults = [
            f"{path}:{line}:{column}: {message}"
            for _, message, path, line, column in groups["rules"]["index"]["problems"]
        ]
        faults += [part["error"] for part in groups["vocabulary"].values() if "error" in part]
        if faults:
            raise RuntimeError("the shipped rules are broken:\n" + "\n".join(faults))
        self._folder = tempfile.mkdtemp(prefix="reslint-prebuilt-")
        for group, parts in groups.items():
            for name in write_prebuilt(self._folder, group, parts):
                source = os.path.join(self._folder, name)
                build_data["force_include"][source] = f"reslint/_prebuilt/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        folder = getattr(self, "_folder", None)
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
