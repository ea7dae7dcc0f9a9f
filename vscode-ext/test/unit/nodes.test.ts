import assert from "node:assert/strict";
import { test } from "node:test";
import { mostSerious, rowAtLine, rowsOf, withFindings, type Row } from "../../src/resolution/nodes";
import type { Counts, Outline, OutlineNode } from "../../src/server/protocol";

const NONE: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
const lines = (start: number, end = start): OutlineNode["range"] => ({
    start: { line: start, character: 0 }, end: { line: end, character: 9 },
});
const node = (kind: string, label: string, text: string, range: OutlineNode["range"], children: OutlineNode[] = [], findings = NONE): OutlineNode => ({
    kind, label, text, range, findings, children,
});
const OUTLINE: Outline = {
    uri: "file:///a.md", version: 1, language: "en", organ: "GA", symbol: "A/RES/79/900", title: "Lamps",
    sections: [
        node("masthead", "", "", lines(0, 3)),
        node("operative", "", "", lines(5, 20), [
            node("paragraph", "1", "Decides to meet", lines(5)),
            node("paragraph", "2", "Invites  all\nMember States", lines(7, 12), [node("paragraph", "2 (a)", "To read", lines(9), [], { ...NONE, error: 1 })], { ...NONE, warning: 2 }),
        ], NONE),
    ],
    notes: [{ number: "1", text: "See A/79/900.", range: lines(22), markers: [lines(5)] }, { number: 2, text: "Ibid.", range: lines(24), markers: [] }],
    citations: [{ symbol: "70/1", title: "2030 Agenda", date: "25 September 2015", range: lines(5), link: "https://undocs.org/A/RES/70/1" }],
    bodies: [{ name: "Security Council", count: 2, ranges: [lines(5), lines(7)] }],
};
const say = (text: string, ...parameters: (string | number)[]): string =>
    text.replace(/\{(\d)\}/g, (_, index: string) => String(parameters[Number(index)]));
const texts = (rows: readonly Row[], depth = 0): string[] =>
    rows.flatMap((row) => [`${" ".repeat(depth)}${row.label}${row.description && ` | ${row.description}`}`, ...texts(row.children, depth + 1)]);

test("parts, paragraphs, notes, citations with dates, bodies", () => {
    assert.deepEqual(texts(rowsOf(OUTLINE, say)), [
        "Masthead",
        "Operative paragraphs | 2",
        " 1  Decides to meet",
        " 2  Invites all Member States",
        "  2 (a)  To read",
        "Notes | 2",
        " 1  See A/79/900.",
        "  marker on line 6",
        " 2  Ibid. | no marker",
        "Resolutions cited | 1",
        " 70/1 | 25 September 2015  2030 Agenda",
        "Bodies mentioned | 1",
        " Security Council | × 2",
        "  line 6",
        "  line 8",
    ]);
});

test("a row has its own findings and those of the rows in it", () => {
    const operative = rowsOf(OUTLINE, say)[1];
    assert.deepEqual(operative?.findings, { ...NONE, error: 1, warning: 2 });
    assert.deepEqual(operative.children.map((row) => row.findings.error), [0, 1]);
});

test("only rows with findings, and those that hold them", () => {
    const rows = withFindings(rowsOf(OUTLINE, say));
    assert.deepEqual(texts(rows), ["Operative paragraphs | 2", " 2  Invites all Member States", "  2 (a)  To read"]);
    assert.ok(rows.every((one) => one.open && one.children.every((child) => child.parent === one)));
    assert.equal(rowAtLine(rows, 9)?.label, "2 (a)  To read");
});

test("empty groups are left out", () => {
    const rows = rowsOf({ ...OUTLINE, notes: [], citations: [], bodies: [] }, say);
    assert.deepEqual(rows.map((row) => row.label), ["Masthead", "Operative paragraphs"]);
});

test("the row at a line is the innermost one", () => {
    const rows = rowsOf(OUTLINE, say);
    assert.equal(rowAtLine(rows, 9)?.label, "2 (a)  To read");
    assert.equal(rowAtLine(rows, 11)?.label, "2  Invites all Member States");
    assert.equal(rowAtLine(rows, 14)?.label, "Operative paragraphs");
    assert.equal(rowAtLine(rows, 22), undefined);
});

test("every row knows the row it is in, and its id is its own", () => {
    const ids = new Set<string>();
    const visit = (rows: readonly Row[], parent: Row | undefined): void => {
        for (const row of rows) {
            assert.equal(row.parent, parent);
            assert.ok(!ids.has(row.id), row.id);
            ids.add(row.id);
            visit(row.children, row);
        }
    };
    visit(rowsOf(OUTLINE, say), undefined);
});

test("a long paragraph is shortened at a word", () => {
    const [row] = rowsOf({ ...OUTLINE, sections: [node("paragraph", "1", "word ".repeat(100), lines(1))] }, say);
    assert.ok(row !== undefined);
    assert.match(row.label, /word …$/);
    assert.ok(row.label.length < 170);
});

test("the most serious severity", () => {
    assert.equal(mostSerious(NONE), undefined);
    assert.equal(mostSerious({ ...NONE, hint: 1 }), "hint");
    assert.equal(mostSerious({ error: 1, warning: 5, info: 1, hint: 1 }), "error");
});
