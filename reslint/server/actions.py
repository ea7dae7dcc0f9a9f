"""Code actions and formatting: fix findings, suppress them, extend the house vocabulary.

The edit of an action is computed when the client resolves the action (or at once, for a client
that cannot). An action names its finding by code and place, and its document by version, so that
it can be resolved, or refused if the text has changed since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reslint.editor.alternatives import near_phrases
from reslint.editor.wording import wording
from reslint.rulebook import own_codes
from reslint.server.diagnostics import item_of
from reslint.server.edits import file_comment, fix_edits, line_comment, word_of
from reslint.server.refactorings import REWRITE, refactorings
from reslint.server.renumbered import renumbering_edits
from reslint.server.settings_edits import IGNORE, VOCABULARY, settings_edit
from reslint.server.workspace_edits import text_edits, workspace_edit
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.server.documents import Snapshot
    from reslint.server.server import Server
    from reslint.server.session import Session
    from reslint.text.diagnostics import Diagnostic


FIX_ALL = "source.fixAll.reslint"
QUICK_FIX = "quickfix"
OPEN_PAGE = "reslint.openRulePage"
ACCEPT_REFERENCE = "reslint.acceptReference"
_FIX, _FIX_RULE, _FIX_SAFE = "fix", "fixRule", "fixAll"
_LINE, _FILE, _WORD = "disable-line", "disable-file", "add-word"
_PROJECT, _PHRASE = "disable-project", "phrase"
Action = dict[str, Any]


def register(server: Server) -> None:
    """Register code actions, their resolution, and formatting."""
    actions = CodeActions(server.session)
    options = types.CodeActionOptions(
        code_action_kinds=[types.CodeActionKind.QuickFix, REWRITE, FIX_ALL], resolve_provider=True
    )
    server.add_feature(types.TEXT_DOCUMENT_CODE_ACTION, actions.for_range, options)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> Any:
        data = action.data if isinstance(action.data, dict) else {}

        def edit_in(snapshot: Snapshot) -> dict[str, Any] | None:
            # No edit is better than one in the wrong place.
            return actions.edit(snapshot, data) if snapshot.version == data.get("version") else None

        edit = await server.answer(str(data.get("uri", "")), edit_in)
        plain: Action = server.converter.unstructure(action)
        if edit is not None:
            plain["edit"] = edit
        return plain

    def format_draft(snapshot: Snapshot, params: types.DocumentFormattingParams) -> Any:
        # Nobody can tell a formatting on save from one that was asked for.
        return text_edits(snapshot.source, snapshot.encoding, fix_edits(snapshot, spare=True))

    server.add_feature(types.TEXT_DOCUMENT_FORMATTING, format_draft)


class CodeActions:
    """Makes the actions and their edits. Used by the worker thread only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def for_range(self, snapshot: Snapshot, params: types.CodeActionParams) -> list[Action]:
        """Return the actions for the findings in a range."""
        if not snapshot.settings.enabled:
            return []
        only = [str(getattr(kind, "value", kind)) for kind in params.context.only or ()]
        actions: list[Action] = []
        if _wanted(QUICK_FIX, only):
            start, end = snapshot.offset(params.range.start), snapshot.offset(params.range.end)
            every = self._session.documents.findings(snapshot)
            found = [one for one in every if one.start <= end and start <= one.end]
            actions.extend(self._for_findings(snapshot, found))
        if _wanted(REWRITE, only):
            start, end = snapshot.offset(params.range.start), snapshot.offset(params.range.end)
            asked = params.context.trigger_kind != types.CodeActionTriggerKind.Automatic
            for title, edits in refactorings(snapshot, start, end, asked=asked):
                made = self._action(snapshot, REWRITE, title, {})
                made["edit"] = self._edits(snapshot, edits)
                actions.append(made)
        # Editors ask for this kind by name; in a list of quick fixes it would be in the way.
        if only and _wanted(FIX_ALL, only) and any(map(_is_safe, snapshot.result.diagnostics)):
            title = wording("fix-all", self._language(snapshot))
            # An editor that fixes on save asks by itself, in the middle of a sentence perhaps.
            unasked = params.context.trigger_kind == types.CodeActionTriggerKind.Automatic
            about = {"do": _FIX_SAFE, "spare": unasked}
            actions.append(self._action(snapshot, FIX_ALL, title, about))
        if self._makes_all_at_once(snapshot, params):
            actions = _for_one_finding(actions, params.context.diagnostics)
        if not self._session.client.capabilities.literal_actions:
            # Such a client knows commands only.
            return [one["command"] for one in actions if "command" in one]
        if not self._session.client.capabilities.resolve_edits:
            for action in (one for one in actions if "edit" not in one):
                edit = self.edit(snapshot, action.get("data", {}))
                if edit is not None:
                    action["edit"] = edit
        return actions

    def _makes_all_at_once(self, snapshot: Snapshot, params: types.CodeActionParams) -> bool:
        """Tell whether the client will make every action it gets, at places of the text before.

        Kate's key for quick fixes does: it knows no preferred actions, and asks with one finding
        and the range of the whole document.
        """
        whole = snapshot.offset(params.range.start) == 0 and snapshot.offset(
            params.range.end
        ) == len(snapshot.source.text)
        told = bool(params.context.diagnostics) and not params.context.only
        return whole and told and not self._session.client.capabilities.preferred_actions

    def _for_findings(self, snapshot: Snapshot, found: list[Diagnostic]) -> Iterator[Action]:
        language = self._language(snapshot)
        session = self._session
        items = {
            id(one): item_of(
                one,
                snapshot.uri,
                snapshot.place,
                session.client.capabilities,
                session.rule_pages.uri(one.code),
            )
            for one in found
        }
        for one in found:
            if one.fix is not None and one.fix.edits:
                title = one.fix.title
                left = self._references_left(snapshot, one)
                if left:
                    title = wording("references-left", language, title=title, count=left)
                elif one.fix.safety != "safe":
                    title = wording("unsafe", language, title=title)
                made = self._action(snapshot, QUICK_FIX, title, _about(_FIX, one), [items[id(one)]])
                made["isPreferred"] = one.fix.safety == "safe"
                yield made
                for other, edits in one.fix.others:
                    title = wording("unsafe", language, title=other)
                    made = self._action(snapshot, QUICK_FIX, title, {}, [items[id(one)]])
                    made["edit"] = self._edits(snapshot, edits, other)
                    yield made
        for one in found:
            for phrase in near_phrases(snapshot.result.draft, one.start, one.end):
                if one.fix is None:
                    title = wording("write-phrase", language, phrase=phrase)
                    data = {**_about(_PHRASE, one), "phrase": phrase}
                    yield self._action(snapshot, QUICK_FIX, title, data, [items[id(one)]])
        for code in _first_of_each(found):
            about = [items[id(one)] for one in found if one.code == code]
            fixable = [d for d in snapshot.result.diagnostics if d.code == code and _is_safe(d)]
            if len(fixable) > 1:
                title = wording("fix-rule", language, code=code, count=len(fixable))
                data = {"do": _FIX_RULE, "code": code}
                yield self._action(snapshot, QUICK_FIX, title, data, about)
        for one in found:
            if one in self._session.documents.to_check(snapshot):
                yield self._accept(snapshot, one, items[id(one)])
        for one in found:
            word = word_of(one, snapshot)
            if word:
                title = wording("add-word", language, word=word)
                yield self._action(snapshot, QUICK_FIX, title, _about(_WORD, one), [items[id(one)]])
        for code, first in _first_of_each(found).items():
            about = [items[id(one)] for one in found if one.code == code]
            if code not in own_codes.NAMES:
                for do in (_LINE, _FILE, _PROJECT):
                    title = wording(do, language, code=code)
                    yield self._action(snapshot, QUICK_FIX, title, _about(do, first), about)
            title = wording("open-page", language, code=code)
            page = self._action(snapshot, QUICK_FIX, title, {}, about)
            page["command"] = {"title": title, "command": OPEN_PAGE, "arguments": [code]}
            del page["data"]
            yield page

    def _action(
        self,
        snapshot: Snapshot,
        kind: str,
        title: str,
        data: dict[str, Any],
        about: list[dict[str, Any]] | None = None,
    ) -> Action:
        action: Action = {"title": title, "kind": kind}
        if about:
            action["diagnostics"] = about
        action["data"] = {"uri": snapshot.uri, "version": snapshot.version, **data}
        return action

    def _references_left(self, snapshot: Snapshot, one: Diagnostic) -> int:
        """Count the references that a fix leaves to the reader."""
        left = sum(related.left_by_fix for related in one.related)
        followed = renumbering_edits(snapshot, one) if left else None
        return left if followed is None else followed[1]

    def _accept(self, snapshot: Snapshot, one: Diagnostic, item: dict[str, Any]) -> Action:
        title = wording("accept-reference", self._language(snapshot))
        made = self._action(snapshot, QUICK_FIX, title, {}, [item])
        place = snapshot.place(one.start)
        made["command"] = {
            "title": title,
            "command": ACCEPT_REFERENCE,
            "arguments": [snapshot.uri, {"line": place[0], "character": place[1]}],
        }
        del made["data"]
        return made

    def edit(self, snapshot: Snapshot, data: dict[str, Any]) -> dict[str, Any] | None:
        """Return the workspace edit of an action; None if it changes nothing."""
        do, code = data.get("do"), data.get("code")
        if do == _FIX_SAFE:
            return self._edits(snapshot, fix_edits(snapshot, spare=data.get("spare") is True))
        if do == _FIX_RULE:
            return self._edits(snapshot, fix_edits(snapshot, lambda d: d.code == code))
        found = [
            one
            for one in self._session.documents.findings(snapshot)
            if one.code == code and one.start == data.get("start") and one.end == data.get("end")
        ]
        if not found:
            return None
        one = found[0]
        if do == _LINE:
            return self._edits(snapshot, [line_comment(one, snapshot)])
        if do == _FILE:
            return self._edits(snapshot, [file_comment(one, snapshot)])
        if do == _WORD:
            return settings_edit(VOCABULARY, word_of(one, snapshot), snapshot, self._session)
        if do == _PROJECT:
            return settings_edit(IGNORE, one.code, snapshot, self._session)
        if do == _PHRASE:
            return self._edits(snapshot, [Edit(one.start, one.end, str(data.get("phrase")))])
        if do == _FIX and one.fix is not None:
            confirm = "" if one.fix.safety == "safe" else one.fix.title
            followed = renumbering_edits(snapshot, one)
            if followed is not None:
                return self._edits(snapshot, followed[0], confirm)
            return self._edits(snapshot, _with_group(one, snapshot.result.diagnostics), confirm)
        return None

    def _edits(
        self, snapshot: Snapshot, edits: Iterable[Edit], confirm: str = ""
    ) -> dict[str, Any] | None:
        """Return a workspace edit of the snapshot's document."""
        made = text_edits(snapshot.source, snapshot.encoding, edits)
        return workspace_edit(
            self._session.client.capabilities,
            [(snapshot.uri, snapshot.version, made)],
            confirm=confirm,
        )

    def _language(self, snapshot: Snapshot) -> str:
        return snapshot.message_language


def _for_one_finding(actions: list[Action], about: Iterable[types.Diagnostic]) -> list[Action]:
    """Return the safe fix of the first finding named that has one, and nothing else."""
    for one in about:
        at = (str(one.code), one.range.start.line, one.range.start.character)
        for action in actions:
            if action.get("isPreferred") is True and any(
                at == (item["code"], *map(item["range"]["start"].get, ("line", "character")))
                for item in action["diagnostics"]
            ):
                return [action]
    return []


def _wanted(kind: str, only: list[str]) -> bool:
    """Tell whether a client that wants `only` these kinds (any, if empty) wants this one."""
    return not only or any(kind == one or kind.startswith(f"{one}.") for one in only)


def _about(do: str, one: Diagnostic) -> dict[str, Any]:
    return {"do": do, "code": one.code, "start": one.start, "end": one.end}


def _first_of_each(found: list[Diagnostic]) -> dict[str, Diagnostic]:
    first: dict[str, Diagnostic] = {}
    for one in found:
        first.setdefault(one.code, one)
    return first


def _is_safe(one: Diagnostic) -> bool:
    return one.fix is not None and one.fix.safety == "safe" and bool(one.fix.edits)


def _with_group(one: Diagnostic, all_of_them: Iterable[Diagnostic]) -> list[Edit]:
    """Return the edits of a finding's fix and of its whole group, each once."""
    assert one.fix is not None
    group = one.fix.group
    fixes = [one.fix]
    if group is not None:
        fixes = [d.fix for d in all_of_them if d.fix is not None and d.fix.group == group]
    return list(dict.fromkeys(edit for fix in fixes for edit in fix.edits))
