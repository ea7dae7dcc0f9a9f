/** The tests of test/host, run inside the extension host of a real VS Code. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { NOTES } from "./drafts";
import { Editor, EXTENSION, hindrance, PROJECT } from "./harness/editor";

describe("inside the extension host", { skip: hindrance() ?? false }, () => {
    it("passes its tests", async () => {
        const outcome = join(EXTENSION, "out", "host-outcome.txt");
        rmSync(outcome, { force: true });
        const tests = join(EXTENSION, "out", "test", "host", "index.js");
        const editor = await Editor.open({
            files: {
                "notes.md": NOTES,
                // A character of two UTF-16 units before some of the errors.
                "errors.md": readFileSync(join(PROJECT, "examples", "bibliotheques-avec-fautes.fr.md"), "utf8")
                    .replace("que les bibliothèques", "que 📚 les bibliothèques"),
                "saved.md": "The Security Council,\n\n*Recalling* its resolution 1325 (2000),\n\n1. *Decides* to remain seized of the matter.\n",
            },
            environment: { RESLINT_HOST_OUTCOME: outcome },
            hostTests: tests,
        });
        try {
            await editor.show(undefined, [
                ["extensionDevelopmentPath", editor.remote(EXTENSION)],
                ["extensionTestsPath", editor.remote(tests)],
            ]);
            await editor.until("the outcome", () => existsSync(outcome) && readFileSync(outcome, "utf8"), (text) => text !== false && /^(PASS|FAIL)$/m.test(text), 600_000);
            const text = readFileSync(outcome, "utf8");
            console.log(text);
            assert.match(text, /^PASS$/m);
        } finally {
            await editor.close();
        }
    });
});
