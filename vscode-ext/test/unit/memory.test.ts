import assert from "node:assert/strict";
import { mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Interpreter } from "../../src/python/interpreter";
import { Memory, type Store } from "../../src/python/memory";

/** A store as the editor has it: what comes back is a copy. */
function store(): Store {
    const values = new Map<string, string>();
    return {
        get: (key) => {
            const text = values.get(key);
            return text === undefined ? undefined : JSON.parse(text) as unknown;
        },
        update: (key, value) => {
            if (value === undefined) {
                values.delete(key);
            } else {
                values.set(key, JSON.stringify(value));
            }
            return Promise.resolve();
        },
    };
}

function inFolder(use: (folder: string) => Promise<void>): () => Promise<void> {
    return async () => {
        const folder = mkdtempSync(join(tmpdir(), "reslint-unit-"));
        try {
            await use(folder);
        } finally {
            rmSync(folder, { recursive: true });
        }
    };
}

function interpreter(folder: string, name = "python3.12"): Interpreter {
    return {
        command: [join(folder, "python3")], executable: join(folder, name), prefix: folder, version: [3, 12, 1],
        implementation: "cpython", arch: "x64", platform: "linux", freeThreaded: false, musl: false, ownReslint: "",
    };
}

test("a Python that fitted is known at the next start", inFolder(async (folder) => {
    const one = interpreter(folder);
    writeFileSync(one.executable, "12");
    symlinkSync(one.executable, one.command[0]);
    const kept = store();
    assert.equal(new Memory(kept).recall(one.command), undefined);
    await new Memory(kept).remember(one);
    assert.deepEqual(new Memory(kept).recall(one.command), one);
    assert.equal(new Memory(kept).recall(["/usr/bin/python3"]), undefined);
    assert.equal(new Memory(kept).recall([one.command[0], "-3"]), undefined);
    await new Memory(kept).forget();
    assert.equal(new Memory(kept).recall(one.command), undefined);
}));

test("one whose name leads to another program now is asked", inFolder(async (folder) => {
    const one = interpreter(folder);
    writeFileSync(one.executable, "12");
    writeFileSync(join(folder, "python3.9"), "another");
    symlinkSync(one.executable, one.command[0]);
    const memory = new Memory(store());
    await memory.remember(one);
    unlinkSync(one.command[0]);
    symlinkSync(join(folder, "python3.9"), one.command[0]);
    assert.equal(memory.recall(one.command), undefined);
}));

test("one that was replaced or taken away is asked", inFolder(async (folder) => {
    const one = interpreter(folder);
    writeFileSync(one.executable, "12");
    writeFileSync(one.command[0], "a shim");
    const memory = new Memory(store());
    await memory.remember(one);
    writeFileSync(one.executable, "12, updated");
    assert.equal(memory.recall(one.command), undefined);
    await memory.remember(one);
    assert.deepEqual(memory.recall(one.command), one);
    rmSync(one.executable);
    assert.equal(memory.recall(one.command), undefined);
}));
