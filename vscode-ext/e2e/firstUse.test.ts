/** The first draft that a user ever opens: reslint is prepared for it, and how long its findings take. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, it, type TestContext } from "node:test";
import { FRENCH } from "./drafts";
import { Editor, hindrance, packaged } from "./harness/editor";

describe("first use", { skip: hindrance() ?? false }, () => {
    let editor: Editor | undefined;
    afterEach(async () => { await editor?.close(); });

    it("prepares while no draft is open", async (context) => {
        editor = await Editor.open({ files: { "projet.md": FRENCH, "notes.txt": "Buy bread.\n" } });
        await editor.show("notes.txt");
        const compiled = join(editor.installed(), "bundled", "libs", "reslint", "cli", "__pycache__");
        await editor.until("compiled packages", () => existsSync(compiled), (done) => done, 150_000);
        await editor.until("the end of the preparation", () => editor?.servers().length, (count) => count === 0, 150_000);
        await editor.file("projet.md");
        await timed(editor, "opened later", context);
        assert.equal(editor.servers().length, 1);
    });

    it("does not wait for that when the window opens with a draft", async (context) => {
        editor = await Editor.open({ files: { "projet.md": FRENCH } });
        await editor.show("projet.md");
        await timed(editor, "opened with the window", context);
        assert.equal(editor.servers().length, 1);
    });
});

const unpacked = hindrance()
    ?? (existsSync(packaged(true)) ? false : "no package with a Python of its own (npm run package -- --with-python)");

describe("a package with a Python of its own", { skip: unpacked }, () => {
    let editor: Editor | undefined;
    afterEach(async () => { await editor?.close(); });

    it("checks drafts with that Python", async (context) => {
        editor = await Editor.open({ files: { "projet.md": FRENCH }, withPython: true });
        await editor.show("projet.md");
        await timed(editor, "with a Python of its own, opened with the window", context);
        const own = join(editor.installed(), "bundled", "python", "bin", "python3");
        assert.deepEqual(editor.processes(own, "launch.py"), editor.servers());
        assert.equal(editor.servers().length, 1);
        await editor.picture("52-own-python");
    });
});

/** Waits for the first error to be underlined. Says how long that took, and what a second is worth here. */
async function timed(editor: Editor, how: string, context: TestContext): Promise<void> {
    const shown = performance.now();
    await editor.squiggles().first().waitFor({ timeout: 150_000 });
    const seconds = (performance.now() - shown) / 1000;
    context.diagnostic(`${how}: ${seconds.toFixed(1)} s from the text to the first error underlined; python3 -c pass: ${bareStart()}`);
}

/** The median time in which this machine starts a Python that does nothing. */
function bareStart(): string {
    if (spawnSync("python3", ["-c", "pass"]).status !== 0) {
        return "no Python on this machine";
    }
    const times = Array.from({ length: 5 }, () => {
        const begun = performance.now();
        execFileSync("python3", ["-c", "pass"]);
        return Math.round(performance.now() - begun);
    });
    return `${times.sort((one, other) => one - other)[2] ?? 0} ms`;
}
