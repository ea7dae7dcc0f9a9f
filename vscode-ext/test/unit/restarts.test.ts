import assert from "node:assert/strict";
import { test } from "node:test";
import { decideOnEnd, type Ends } from "../../src/server/restarts";

test("four ends in three minutes are followed by a start, the fifth is not", () => {
    let ends: Ends = [];
    for (let turn = 0; turn < 4; turn += 1) {
        const decision = decideOnEnd(ends, turn * 1000);
        assert.equal(decision.restart, true);
        ({ ends } = decision);
    }
    assert.equal(decideOnEnd(ends, 5000).restart, false);
});

test("ends long ago do not count", () => {
    let ends: Ends = [];
    for (let turn = 0; turn < 20; turn += 1) {
        const decision = decideOnEnd(ends, turn * 60_000);
        assert.equal(decision.restart, true, `turn ${turn}`);
        ({ ends } = decision);
    }
});
