/** The texts of the user interface are complete in every language of the editor that reslint has texts for. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { COMMANDS } from "../../src/commands/names";

type Texts = Record<string, string>;
const read = (name: string): string => readFileSync(join(process.cwd(), name), "utf8");
const texts = (name: string): Texts => JSON.parse(read(name)) as Texts;
const english = texts("package.nls.json");

/** The editor's names of the languages, with a letter of each one's script. */
const LANGUAGES: Readonly<Record<string, RegExp>> = {
    "fr": /[a-z]/i, "es": /[a-z]/i, "ru": /\p{Script=Cyrillic}/u, "ar": /\p{Script=Arabic}/u, "zh-cn": /\p{Script=Han}/u,
};

/** What a translation must keep: placeholders, icons, targets of links, names in code. */
function kept(text: string): string[] {
    return (text.match(/\{\d\}|\$\([a-z-]+\)|\]\([^)]+\)|`[^`]+`/g) ?? []).sort();
}

function sources(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? sources(path) : path.endsWith(".ts") ? [readFileSync(path, "utf8")] : [];
    });
}

function textsOfTheCode(): Set<string> {
    const used = new Set<string>();
    for (const source of sources("src")) {
        for (const match of source.matchAll(/\b(?:l10n\.t|t)\(\s*"((?:[^"\\]|\\.)+)"/g)) {
            used.add(JSON.parse(`"${match[1] ?? ""}"`) as string);
        }
    }
    return used;
}

test("package.json uses exactly the texts that exist", () => {
    const used = new Set([...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ""));
    assert.deepEqual([...used].sort(), Object.keys(english).sort());
});

test("there are texts in these languages and no others", () => {
    const named = (folder: string, start: string): string[] =>
        readdirSync(folder).filter((name) => name.startsWith(start) && name !== "package.nls.json").map((name) => name.slice(start.length, -".json".length)).sort();
    assert.deepEqual(named(".", "package.nls."), Object.keys(LANGUAGES).sort());
    assert.deepEqual(named("l10n", "bundle.l10n."), Object.keys(LANGUAGES).sort());
});

for (const [language, letter] of Object.entries(LANGUAGES)) {
    test(`every text of package.json stands in ${language}, with the same links, commands and names`, () => {
        const translated = texts(`package.nls.${language}.json`);
        assert.deepEqual(Object.keys(translated).sort(), Object.keys(english).sort());
        for (const [key, text] of Object.entries(english)) {
            assert.match(translated[key] ?? "", letter, key);
            assert.deepEqual(kept(translated[key] ?? ""), kept(text), key);
        }
    });

    test(`every text of the code stands in ${language}, with the same placeholders and icons`, () => {
        const translated = texts(`l10n/bundle.l10n.${language}.json`);
        assert.deepEqual(Object.keys(translated).sort(), [...textsOfTheCode()].sort());
        for (const [text, one] of Object.entries(translated)) {
            if (/[a-z]/i.test(text.replace(/\{\d\}/g, ""))) {
                assert.match(one, letter, text);
            }
            assert.deepEqual(kept(one), kept(text), text);
        }
    });
}

test("the pages of the walkthrough stand in every language", () => {
    const pages = readdirSync("media/walkthrough").filter((name) => name.endsWith(".md")).sort();
    const expected = ["python", "settings"].flatMap((page) => ["", ...Object.keys(LANGUAGES).map((one) => `.nls.${one}`)].map((one) => `${page}${one}.md`));
    assert.deepEqual(pages, expected.sort());
    for (const [language, letter] of Object.entries(LANGUAGES)) {
        for (const page of ["python", "settings"]) {
            const text = read(`media/walkthrough/${page}.nls.${language}.md`);
            assert.match(text.replace(/`[^`]*`|\*\*[^*]*\*\*/g, ""), letter, page);
            // The same settings and rows of the table.
            const shape = (of: string): string[] => of.match(/^(?:[a-z]+:|\| \*\*\w+\*\*)/gm) ?? [];
            assert.deepEqual(shape(text), shape(read(`media/walkthrough/${page}.md`)));
        }
    }
});

test("every command of package.json is one that the extension registers, and the other way round", () => {
    const manifest = JSON.parse(read("package.json")) as { contributes: { commands: { command: string }[] } };
    const contributed = manifest.contributes.commands.map(({ command }) => command.replace("reslint.", ""));
    // A click on a row runs `revealRange`, a link of the walkthrough `showPicture`: neither is for the palette.
    assert.deepEqual([...contributed, "revealRange", "showPicture"].sort(), [...COMMANDS].sort());
});

test("settings that choose what is run or read are ignored in untrusted folders", () => {
    const manifest = JSON.parse(read("package.json")) as {
        capabilities: { untrustedWorkspaces: { supported: string; restrictedConfigurations: string[] } };
        contributes: { configuration: { properties: Record<string, { scope: string }> } };
    };
    const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, "limited");
    assert.deepEqual(restrictedConfigurations, ["reslint.interpreter", "reslint.importStrategy", "reslint.configuration"]);
    for (const key of ["reslint.interpreter", "reslint.importStrategy"]) {
        assert.equal(manifest.contributes.configuration.properties[key]?.scope, "machine-overridable");
    }
});
