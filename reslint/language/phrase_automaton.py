"""Patterns over words, compiled to small tables: the slots around the head of a leading phrase.

Only the compiler of vocabularies imports this; matching walks the tables it makes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reslint.data.patterns import expression

OPTIONAL = 1
LINK = 2
COMPLEMENT = 3
QUALIFIER = 4
_TOKEN = expression(r"<[a-z_]+>|[()|?*+]|[^\s()|?*+<>]+|[<>]")
_MAX_STATES = 5000
_MAX_NESTING = 20


class _Automaton:
    """A deterministic automaton: for each state what it accepts and where each unit leads."""

    def __init__(self, accepts: list[int], moves: list[dict[str, int]]) -> None:
        self.accepts = accepts
        self.moves = moves

    def minimized(self) -> _Automaton:
        """Merge states that no continuation tells apart."""
        group = list(self.accepts)
        while True:
            signatures: dict[object, int] = {}
            refined = []
            for state, moves in enumerate(self.moves):
                targets = frozenset((unit, group[target]) for unit, target in moves.items())
                signature = (group[state], targets)
                refined.append(signatures.setdefault(signature, len(signatures)))
            if len(signatures) == len(set(group)):
                break
            group = refined
        # States are numbered in the order met, so the start stays 0.
        accepts: list[int] = []
        moves_by_group: list[dict[str, int]] = []
        number: dict[int, int] = {}
        for state, old in enumerate(group):
            if old not in number:
                number[old] = len(number)
                accepts.append(self.accepts[state])
                moves_by_group.append(self.moves[state])
        merged = [{u: number[group[t]] for u, t in m.items()} for m in moves_by_group]
        return _Automaton(accepts, merged)


class Builder:
    """Builds automata from patterns that share one collection of word sets."""

    def __init__(
        self,
        sets: dict[str, list[str]],
        units: Callable[[object, str], list[str]],
        shapes: Callable[[str], list[str]],
    ) -> None:
        """:param units: splits a text of the vocabulary; :param shapes: all spellings of a unit."""
        self._sets = sets
        self._units = units
        self._shapes = shapes
        self._silent: list[list[int]] = []
        self._edges: list[list[tuple[str, int]]] = []
        self._accepting: dict[int, int] = {}
        self._closures: dict[int, frozenset[int]] = {}
        self._open: list[str] = []

    def automaton(self, patterns: dict[int, list[Any]], where: str) -> _Automaton:
        """Any number of the patterns, one after another; the last one decides what is accepted.

        What is only OPTIONAL comes last: it often begins the object of the verb, so that what
        follows is no longer of the phrase.
        """
        self._silent, self._edges, self._accepting, self._closures = [], [], {}, {}
        start = self._state()
        last = self._state()
        for kind, group in patterns.items():
            begin, end = start, self._state()
            self._accepting[end] = kind
            if kind == OPTIONAL:
                begin = last
                self._silent[start].append(last)
                self._silent[end].append(last)
            else:
                self._silent[end].append(start)
            for pattern in group:
                if not isinstance(pattern, str) or not pattern.strip():
                    raise ValueError(f"{where}: expected a pattern, not {pattern!r}")
                self._pattern(pattern, begin, end, f"{where}: {pattern!r}")
        return self._determined(start)

    def _state(self) -> int:
        self._silent.append([])
        self._edges.append([])
        return len(self._silent) - 1

    # Reading a pattern: alternatives of sequences of repeated atoms -----------------------------

    def _pattern(self, pattern: str, start: int, end: int, where: str) -> None:
        tokens = _TOKEN.findall(pattern)
        rest = self._alternatives(tokens, 0, start, end, where, 0)
        if rest != len(tokens):
            raise ValueError(f"{where}: unexpected {tokens[rest]!r}")

    def _alternatives(
        self, tokens: list[str], at: int, start: int, end: int, where: str, depth: int
    ) -> int:
        if depth > _MAX_NESTING:
            raise ValueError(f"{where}: nested too deeply")
        while True:
            at, last = self._sequence(tokens, at, start, where, depth)
            self._silent[last].append(end)
            if at == len(tokens) or tokens[at] != "|":
                return at
            at += 1

    def _sequence(
        self, tokens: list[str], at: int, start: int, where: str, depth: int
    ) -> tuple[int, int]:
        state = self._state()
        self._silent[start].append(state)
        first = at
        while at < len(tokens) and tokens[at] not in ("|", ")"):
            begin, end = state, self._state()
            token = tokens[at]
            if token == "(":
                at = self._alternatives(tokens, at + 1, begin, end, where, depth + 1)
                if at == len(tokens):
                    raise ValueError(f"{where}: a bracket is not closed")
            elif token in ("?", "*", "+", "<", ">"):
                raise ValueError(f"{where}: unexpected {token!r}")
            elif token[0] == "<":
                self._word_set(token[1:-1], begin, end, where)
            else:
                self._words(token, begin, end, where)
            at += 1
            if at < len(tokens) and tokens[at] in ("?", "*", "+"):
                if tokens[at] in "?*":
                    self._silent[begin].append(end)
                if tokens[at] in "*+":
                    self._silent[end].append(begin)
                at += 1
            # A fresh state, so that a loop back never reaches what stands before it.
            state = self._state()
            self._silent[end].append(state)
        if at == first:
            raise ValueError(f"{where}: an alternative is empty")
        return at, state

    def _words(self, text: str, start: int, end: int, where: str) -> None:
        units = self._units(text, where)
        for unit in units[:-1]:
            after = self._state()
            self._edges[start] += [(shape, after) for shape in self._shapes(unit)]
            start = after
        self._edges[start] += [(shape, end) for shape in self._shapes(units[-1])]

    def _word_set(self, name: str, start: int, end: int, where: str) -> None:
        if name not in self._sets:
            raise ValueError(f"{where}: unknown set <{name}>")
        if name in self._open:
            raise ValueError(f"{where}: the set <{name}> contains itself")
        self._open.append(name)
        # The entries of a set are patterns too; most are one word and need no states of their own.
        for entry in self._sets[name]:
            if entry.isalpha():
                self._words(entry, start, end, where)
                continue
            self._pattern(entry, start, end, f"words: {name}: {entry!r}")
        self._open.pop()

    # From many possible states to one -------------------------------------------------------------

    def _closure(self, state: int) -> frozenset[int]:
        """The states reached from one without reading anything, itself included."""
        known = self._closures.get(state)
        if known is None:
            reached = {state}
            waiting = [state]
            while waiting:
                for other in self._silent[waiting.pop()]:
                    if other not in reached:
                        reached.add(other)
                        waiting.append(other)
            # States that only lead on silently would tell equal sets apart.
            known = frozenset(s for s in reached if self._edges[s] or s in self._accepting)
            self._closures[state] = known
        return known

    def _determined(self, start: int) -> _Automaton:
        # Units with the same edges everywhere go together: a word set is then one step, not fifty.
        edges: dict[str, set[tuple[int, int]]] = {}
        for state, leaving in enumerate(self._edges):
            for unit, target in leaving:
                edges.setdefault(unit, set()).add((state, target))
        alike: dict[frozenset[tuple[int, int]], list[str]] = {}
        for unit, its_edges in edges.items():
            alike.setdefault(frozenset(its_edges), []).append(unit)
        steps: dict[int, list[tuple[int, int]]] = {}
        groups = list(alike.values())
        for group, shared in enumerate(alike):
            for state, target in shared:
                steps.setdefault(state, []).append((group, target))

        first = self._closure(start)
        numbers = {first: 0}
        todo = [first]
        accepts: list[int] = []
        moves: list[dict[str, int]] = []
        for states in todo:  # grows as states are found
            if len(numbers) > _MAX_STATES:
                raise ValueError("the patterns are too many or too large")
            accepts.append(max((self._accepting.get(s, 0) for s in states), default=0))
            reached: dict[int, set[int]] = {}
            for state in states:
                for group, target in steps.get(state, ()):
                    reached.setdefault(group, set()).update(self._closure(target))
            move: dict[str, int] = {}
            for group, targets in reached.items():
                closed = frozenset(targets)
                if closed not in numbers:
                    numbers[closed] = len(numbers)
                    todo.append(closed)
                move.update(dict.fromkeys(groups[group], numbers[closed]))
            moves.append(move)
        return _Automaton(accepts, moves).minimized()


def minimal_tables(automata: list[_Automaton]) -> tuple[dict[str, int], list[list[Any]]]:
    """Tables of plain data for several automata.

    Units that all of them treat alike share a number, which keeps the tables small. Returns the
    number of each unit and for each automaton [what each state accepts, a row of states for each
    state]. State 0 is the dead end, 1 the start; the last column belongs to units of no pattern.
    """
    signatures: dict[str, list[tuple[int, int, int]]] = {}
    for which, automaton in enumerate(automata):
        for state, moves in enumerate(automaton.moves):
            for unit, target in moves.items():
                signatures.setdefault(unit, []).append((which, state, target))
    numbers: dict[tuple[tuple[int, int, int], ...], int] = {}
    classes = {
        unit: numbers.setdefault(tuple(signature), len(numbers))
        for unit, signature in signatures.items()
    }
    tables: list[list[Any]] = []
    for automaton in automata:
        rows = [[0] * (len(numbers) + 1)]
        for moves in automaton.moves:
            row = [0] * (len(numbers) + 1)
            for unit, target in moves.items():
                row[classes[unit]] = target + 1
            rows.append(row)
        # Bytes are the smallest and quickest to load; lists serve where they do not reach.
        small = len(rows) <= 256
        packed = [bytes(row) if small else row for row in rows]
        tables.append([bytes([0, *automaton.accepts]), packed])
    return classes, tables
