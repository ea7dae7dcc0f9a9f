import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { looksLikeDraft } from "../../src/drafts/recognition";

const EXAMPLES = join(process.cwd(), "..", "examples");

for (const name of readdirSync(EXAMPLES).filter((one) => one.endsWith(".md"))) {
    test(`the example ${name} looks like a draft`, () => {
        assert.equal(looksLikeDraft(readFileSync(join(EXAMPLES, name), "utf8")), true);
    });
}

const drafts: Record<string, string> = {
    "an organ line in italics": "# Lamps\n\n*The Security Council*,\n\n*Recalling* its work,\n",
    "a comma inside the italics": "*Le Conseil économique et social,*\n\n*Rappelant* ses travaux,\n",
    "a straight and a curly apostrophe": "L'Assemblée générale,\n\nRappelant ses travaux,",
    "underlined, with Windows line ends": "<u>The General Assembly</u>,\r\n\r\nRecalling,\r\n",
    "another body before a paragraph of a preamble": "*La Comisión de Estupefacientes*,\n\n*Recordando* su labor[^1],\n",
    "Arabic with marks of direction": "\u200f***إن مجلس الأمن***،\n",
    "Chinese": "**经济及社会理事会**，\n\n**回顾**其工作，\n",
    "a masthead of many lines": `${"Distr. générale\n\n".repeat(200)}*L’Assemblée générale*,\n`,
};
for (const [what, text] of Object.entries(drafts)) {
    test(`a draft: ${what}`, () => { assert.equal(looksLikeDraft(text), true); });
}

const others: Record<string, string> = {
    "an empty text": "",
    "a shopping list": "# Shopping\n\n- bread,\n- salt\n",
    "an organ named in a sentence": "The General Assembly met, and the Council did not.\n",
    "an organ as a heading": "# The General Assembly\n\nIt was founded in 1945.\n",
    "a body that no paragraph follows": "The Committee of the tennis club,\n\n- Anna\n- Bo\n",
    "a long paragraph with an organ at its end": `${"word ".repeat(60)}The General Assembly,\n`,
};
for (const [what, text] of Object.entries(others)) {
    test(`no draft: ${what}`, () => { assert.equal(looksLikeDraft(text), false); });
}

test("a megabyte of text is looked at in no time, since only its beginning is", () => {
    assert.equal(looksLikeDraft(`${"line\n".repeat(200_000)}*The General Assembly*,\n`), false);
});
