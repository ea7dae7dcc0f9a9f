/** What an editor with YAML support makes of our schemas: the language server of Red Hat's extension. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { getLanguageService, SchemaPriority, type LanguageService } from "yaml-language-server";

interface Validation { fileMatch: string[]; url: string }

function service(): LanguageService {
    const manifest = JSON.parse(readFileSync(join(process.cwd(), "package.json"), "utf8")) as { contributes: { yamlValidation: Validation[] } };
    const made = getLanguageService({
        schemaRequestService: (uri: string) => Promise.resolve(readFileSync(join(process.cwd(), new URL(uri).pathname), "utf8")),
        workspaceContext: { resolveRelativePath: (path: string) => path },
    });
    made.configure({
        validate: true,
        completion: true,
        schemas: manifest.contributes.yamlValidation.map(({ fileMatch, url }) => ({
            uri: new URL(url, "file:///").href, fileMatch, priority: SchemaPriority.SchemaAssociation,
        })),
    });
    return made;
}
/** The server keeps what it read of a version, so that each text is a version of its own. */
let version = 0;
const document = (name: string, text: string): TextDocument => TextDocument.create(`file:///drafts/${name}`, "yaml", version += 1, text);

test("settings are validated", async () => {
    const yaml = service();
    assert.deepEqual(await yaml.doValidation(document("reslint.yaml", "language: fr\nignore: [TYPO006]\n"), false), []);
    const found = await yaml.doValidation(document("reslint.yaml", "languag: fr\nprofile: harsh\n"), false);
    assert.ok(found.some(({ range }) => range.start.line === 0), JSON.stringify(found));
    assert.ok(found.some(({ range }) => range.start.line === 1), JSON.stringify(found));
});

test("settings are completed", async () => {
    const found = await service().doComplete(document("reslint.yaml", "pro"), { line: 0, character: 3 }, false);
    assert.ok(found.items.some(({ label }) => label === "profile"));
});

test("rules are validated, those of the example without an error", async () => {
    const example = readFileSync(join(process.cwd(), "..", "examples", "house-rules", "rules", "words.yaml"), "utf8");
    const yaml = service();
    assert.deepEqual(await yaml.doValidation(document("house-rules/rules/words.yaml", example), false), []);
    const broken = document("house-rules/rules/words.yaml", "rules:\n  - code: house1\n    name: a\n");
    assert.ok((await yaml.doValidation(broken, false)).length > 0);
});
