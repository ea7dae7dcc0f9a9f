// Generates what the extension takes from reslint: how a draft is recognized (from the vocabularies)
// and the JSON schemas of settings and rules.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const extension = dirname(dirname(fileURLToPath(import.meta.url)));
const project = dirname(extension);

const vocabularies = join(project, "rules", "vocabulary");
const signs = readdirSync(vocabularies, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((language) => {
        const forms = parse(readFileSync(join(vocabularies, language, "forms.yaml"), "utf8"));
        return {
            language,
            comma: forms.marks.comma,
            organLines: Object.values(forms.organs).map((organ) => organ.line),
            otherOrganStarts: forms.other_organs ?? [],
            otherOrganEnds: forms.other_organ_ends ?? [],
        };
    });
mkdirSync(join(extension, "src", "generated"), { recursive: true });
writeFileSync(join(extension, "src", "generated", "draft-signs.json"), JSON.stringify(signs, null, 1) + "\n");

mkdirSync(join(extension, "schemas"), { recursive: true });
for (const name of ["settings.schema.json", "rules.schema.json"]) {
    copyFileSync(join(project, "schemas", name), join(extension, "schemas", name));
}
