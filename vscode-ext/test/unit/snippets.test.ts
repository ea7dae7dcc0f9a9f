import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

interface Snippet { prefix: string; body: string[]; description: string }
// The server counts paragraphs and items on: `op-en` and `sub-en` are its own.
const KINDS = ["preambular", "note", "citation", "titled"];

for (const language of ["ar", "en", "es", "fr", "ru", "zh"]) {
    test(`snippets in ${language}: one of each kind, with places to fill in`, () => {
        const snippets = JSON.parse(readFileSync(join(process.cwd(), "snippets", `${language}.json`), "utf8")) as Record<string, Snippet>;
        assert.deepEqual(Object.keys(snippets), KINDS);
        for (const { prefix, body, description } of Object.values(snippets)) {
            assert.ok(prefix.endsWith(`-${language}`), prefix);
            assert.match(body.join("\n"), /\$\{1[:|]/);
            assert.match(body.join("\n"), /\$0/);
            assert.notEqual(description, "");
        }
    });
}
