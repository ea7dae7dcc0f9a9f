"""Compile patterns over words to small tables of state transitions.

The patterns describe the slots before, inside and after the head of a leading phrase. A pattern is
compiled to a nondeterministic automaton, made deterministic and minimized (textbook algorithms).
Only the vocabulary compiler imports this module; matching a phrase walks the tables.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reslint.data.patterns import expression

# What an accepting state ends, from the weakest to the strongest (see `phrase_compiler`).
OPTIONAL = 1
LINK = 2
COMPLEMENT = 3
QUALIFIER = 4
_TOKEN = expression(r"<[a-z_]+>|[()|?*+]|[^\s()|?*+<>]+|[<>]")
_MAX_STATES = 5000
_MAX_NESTING = 20


class _Automaton:
    """A deterministic automaton.

    `accepts` has for each state the kind of slot that ends there, 0 for none; `moves` has for each
    state the next state by unit.
    """

    def __init__(self, accepts: list[int], moves: list[dict[str, int]]) -> None:
        self.accepts = accepts
        self.moves = moves

    def minimized(self) -> _Automaton:
        """Merge equivalent states: those that accept the same continuations."""
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
        # States are numbered in the order found, so the start stays 0.
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
    """Build automata from patterns that share one collection of word sets."""

    def __init__(
        self,
        sets: dict[str, list[str]],
        units: Callable[[object, str], list[str]],
        shapes: Callable[[str], list[str]],
    ) -> None:
        """Take the word sets by name and two functions.

        `units(text, where)` splits a text of the vocabulary into units; `shapes(unit)` returns
        all forms of a unit.
        """
        self._sets = sets
        self._units = units
        self._shapes = shapes
        self._empty_moves: list[list[int]] = []  # by state: states reached without reading
        self._edges: list[list[tuple[str, int]]] = []  # by state: (unit, next state)
        self._accepting: dict[int, int] = {}  # kind of slot by accepting state
        self._closures: dict[int, frozenset[int]] = {}
        self._open: list[str] = []  # names of the word sets being expanded

    def automaton(self, patterns: dict[int, list[Any]], where: str) -> _Automaton:
        """Build the automaton of any number of these patterns in a row, by kind of slot.

        The last pattern decides the kind that is accepted. An OPTIONAL pattern must come last: it
        often begins the object of the verb, so that what follows is not part of the phrase.
        Raises ValueError for a bad pattern; `where` names the patterns in the message.
        """
        self._empty_moves, self._edges, self._accepting, self._closures = [], [], {}, {}
        start = self._state()
        last = self._state()
        for kind, group in patterns.items():
            begin, end = start, self._state()
            self._accepting[end] = kind
            if kind == OPTIONAL:
                begin = last
                self._empty_moves[start].append(last)
                self._empty_moves[end].append(last)
            else:
                self._empty_moves[end].append(start)
            for pattern in group:
                if not isinstance(pattern, str) or not pattern.strip():
                    raise ValueError(f"{where}: expected a pattern, not {pattern!r}")
                self._pattern(pattern, begin, end, f"{where}: {pattern!r}")
        return self._determined(start)

    def _state(self) -> int:
        """Add a state and return its number."""
        self._empty_moves.append([])
        self._edges.append([])
        return len(self._empty_moves) - 1

    # Parsing a pattern: alternatives of sequences of repeated atoms ------------------------------

    def _pattern(self, pattern: str, start: int, end: int, where: str) -> None:
        """Add a pattern between two states."""
        tokens = _TOKEN.findall(pattern)
        rest = self._alternatives(tokens, 0, start, end, where, 0)
        if rest != len(tokens):
            raise ValueError(f"{where}: unexpected {tokens[rest]!r}")

    def _alternatives(
        self, tokens: list[str], at: int, start: int, end: int, where: str, depth: int
    ) -> int:
        """Parse alternatives from token `at` on; return the index of the token after them."""
        if depth > _MAX_NESTING:
            raise ValueError(f"{where}: nested too deeply")
        while True:
            at, last = self._sequence(tokens, at, start, where, depth)
            self._empty_moves[last].append(end)
            if at == len(tokens) or tokens[at] != "|":
                return at
            at += 1

    def _sequence(
        self, tokens: list[str], at: int, start: int, where: str, depth: int
    ) -> tuple[int, int]:
        """Parse a sequence; return the index of the token after it and its last state."""
        state = self._state()
        self._empty_moves[start].append(state)
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
                    self._empty_moves[begin].append(end)
                if tokens[at] in "*+":
                    self._empty_moves[end].append(begin)
                at += 1
            # A new state, so that a repetition never reaches what stands before it.
            state = self._state()
            self._empty_moves[end].append(state)
        if at == first:
            raise ValueError(f"{where}: an alternative is empty")
        return at, state

    def _words(self, text: str, start: int, end: int, where: str) -> None:
        """Add the units of a text between two states."""
        units = self._units(text, where)
        for unit in units[:-1]:
            after = self._state()
            self._edges[start] += [(shape, after) for shape in self._shapes(unit)]
            start = after
        self._edges[start] += [(shape, end) for shape in self._shapes(units[-1])]

    def _word_set(self, name: str, start: int, end: int, where: str) -> None:
        """Add all entries of a word set between two states."""
        if name not in self._sets:
            raise ValueError(f"{where}: unknown set <{name}>")
        if name in self._open:
            raise ValueError(f"{where}: the set <{name}> contains itself")
        self._open.append(name)
        # The entries of a set are patterns too, but most are one word and need no parsing.
        for entry in self._sets[name]:
            if entry.isalpha():
                self._words(entry, start, end, where)
                continue
            self._pattern(entry, start, end, f"words: {name}: {entry!r}")
        self._open.pop()

    # Making the automaton deterministic ----------------------------------------------------------

    def _closure(self, state: int) -> frozenset[int]:
        """Return the states reached from one without reading a unit, itself included."""
        known = self._closures.get(state)
        if known is None:
            reached = {state}
            waiting = [state]
            while waiting:
                for other in self._empty_moves[waiting.pop()]:
                    if other not in reached:
                        reached.add(other)
                        waiting.append(other)
            # States with empty moves alone are left out: they would make equal sets differ.
            known = frozenset(s for s in reached if self._edges[s] or s in self._accepting)
            self._closures[state] = known
        return known

    def _determined(self, start: int) -> _Automaton:
        """Return the minimal deterministic automaton of the states built so far."""
        # Units with the same edges are treated together: a word set is then one step, not fifty.
        edges: dict[str, set[tuple[int, int]]] = {}
        for state, leaving in enumerate(self._edges):
            for unit, target in leaving:
                edges.setdefault(unit, set()).add((state, target))
        units_by_edges: dict[frozenset[tuple[int, int]], list[str]] = {}
        for unit, its_edges in edges.items():
            units_by_edges.setdefault(frozenset(its_edges), []).append(unit)
        steps: dict[int, list[tuple[int, int]]] = {}
        groups = list(units_by_edges.values())
        for group, shared in enumerate(units_by_edges):
            for state, target in shared:
                steps.setdefault(state, []).append((group, target))

        first = self._closure(start)
        numbers = {first: 0}
        todo = [first]
        accepts: list[int] = []
        moves: list[dict[str, int]] = []
        for states in todo:  # grows while states are found
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
    """Return tables of plain data for several automata.

    Units that all automata treat the same share a number, which keeps the tables small. Return the
    number of each unit and for each automaton [kind accepted by state, row of next states by
    state]. State 0 is the dead end, 1 the start. The last column of a row is for units that are in
    no pattern.
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
        # Bytes are smaller and load faster than lists, but hold no number above 255.
        small = len(rows) <= 256
        packed = [bytes(row) if small else row for row in rows]
        tables.append([bytes([0, *automaton.accepts]), packed])
    return classes, tables
