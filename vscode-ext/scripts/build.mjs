// Bundles the extension and the tests. The extension has two files: the small one that VS Code loads,
// and the session, loaded with the first draft.
import { copyFileSync, existsSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const extension = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(extension, ...parts);
const common = {
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    logLevel: "warning",
    absWorkingDir: extension,
};

rmSync(at("dist"), { recursive: true, force: true });
rmSync(at("out"), { recursive: true, force: true });

await build({
    ...common,
    entryPoints: [at("src/extension.ts"), at("src/session.ts")],
    outdir: at("dist"),
    minify: true,
    // The session is a separate file, because it contains the large language client.
    external: ["vscode", "./session.js"],
});

// The style of the preview is that of the pages of `reslint preview`.
copyFileSync(at("../reslint/reports/templates/preview.css"), at("dist", "preview.css"));

const tests = (folder) =>
    existsSync(at(folder))
        ? readdirSync(at(folder)).filter((name) => /\.test\.ts$|^index\.ts$/.test(name)).map((name) => at(folder, name))
        : [];
for (const folder of ["test/unit", "test/host", "e2e"]) {
    await build({
        ...common,
        entryPoints: tests(folder),
        outdir: at("out", folder),
        sourcemap: "inline",
        external: ["vscode", "mocha", "playwright-core", "yaml-language-server"],
    });
}
