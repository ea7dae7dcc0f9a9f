/** Lines of two versions that belong together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { lineThere, turned, type Lines } from "../../src/versions/lines";

const LINES: Lines = [[4, 6], [10, 12], [12, 30]];

test("a line at which a paragraph starts leads to its counterpart", () => {
    assert.deepEqual(LINES.map(([here]) => lineThere(LINES, here)), [6, 12, 30]);
    assert.deepEqual(LINES.map(([, there]) => lineThere(turned(LINES), there)), [4, 10, 12]);
});

test("a line between two paragraphs leads to a place in proportion", () => {
    assert.equal(lineThere(LINES, 2), 3);
    assert.equal(lineThere(LINES, 7), 9);
    assert.equal(lineThere(LINES, 11), 21);
});

test("after the last paragraph lines go on one by one", () => {
    assert.equal(lineThere(LINES, 15), 33);
    assert.equal(lineThere([], 5), 5);
});
