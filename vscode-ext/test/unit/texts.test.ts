/** The texts of the user interface are complete in English and French. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { COMMANDS } from "../../src/commands/names";

type Texts = Record<string, string>;
const read = (name: string): string => readFileSync(join(process.cwd(), name), "utf8");
const texts = (name: string): Texts => JSON.parse(read(name)) as Texts;
const english = texts("package.nls.json");
const french = texts("package.nls.fr.json");
const bundle = texts("l10n/bundle.l10n.fr.json");

function sources(folder: string): string[] {
    return readdirSync(folder).flatMap((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? sources(path) : path.endsWith(".ts") ? [readFileSync(path, "utf8")] : [];
    });
}

test("package.json uses exactly the texts that exist", () => {
    const used = new Set([...read("package.json").matchAll(/"%([^%"]+)%"/g)].map((match) => match[1] ?? ""));
    assert.deepEqual([...used].sort(), Object.keys(english).sort());
});

test("every text of package.json has a French version, with the same links and commands", () => {
    assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
    const targets = (text: string): string[] => [...text.matchAll(/\]\(([^)]+)\)|`([^`]+)`/g)].map((match) => match[1] ?? match[2] ?? "").sort();
    for (const [key, text] of Object.entries(english)) {
        assert.notEqual(french[key], "", key);
        assert.deepEqual(targets(french[key] ?? ""), targets(text), key);
    }
});

test("the French bundle has exactly the texts of the code, with the same placeholders", () => {
    const used = new Set<string>();
    for (const source of sources("src")) {
        for (const match of source.matchAll(/\b(?:l10n\.t|t)\(\s*"((?:[^"\\]|\\.)+)"/g)) {
            used.add(JSON.parse(`"${match[1] ?? ""}"`) as string);
        }
    }
    assert.deepEqual(Object.keys(bundle).sort(), [...used].sort());
    const places = (text: string): string[] => (text.match(/\{\d\}|\$\([a-z-]+\)/g) ?? []).sort();
    for (const [text, translated] of Object.entries(bundle)) {
        assert.deepEqual(places(translated), places(text), text);
    }
});

test("every command of package.json is one that the extension registers, and the other way round", () => {
    const manifest = JSON.parse(read("package.json")) as { contributes: { commands: { command: string }[] } };
    const contributed = manifest.contributes.commands.map(({ command }) => command.replace("reslint.", ""));
    // A click on a row runs `revealRange`; it is not for the palette.
    assert.deepEqual([...contributed, "revealRange"].sort(), [...COMMANDS].sort());
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
