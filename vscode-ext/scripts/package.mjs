// Packages the extension: one .vsix for each platform, into packages/.
//   node scripts/package.mjs                 for this machine
//   node scripts/package.mjs --target win32-x64
//   node scripts/package.mjs --all
//   node scripts/package.mjs --target linux-x64 --with-python
//   node scripts/package.mjs --target win32-x64 --python-archive FILE --sha256 HASH
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const TARGETS = ["win32-x64", "darwin-arm64", "darwin-x64", "linux-x64", "linux-arm64"];
// In bytes. A Python of its own comes with all modules compiled, and three fewer copies of compiled packages.
const LARGEST = 15e6;
const LARGEST_WITH_PYTHON = 20e6;

const extension = dirname(dirname(fileURLToPath(import.meta.url)));
const python = process.env.PYTHON ?? (process.platform === "win32" ? "python" : "python3");
const { values } = parseArgs({
    options: {
        all: { type: "boolean" },
        target: { type: "string" },
        "with-python": { type: "boolean" },
        "python-archive": { type: "string" },
        sha256: { type: "string" },
    },
});
// A Python of its own, for those who have none.
const runtime = values["python-archive"] === undefined
    ? (values["with-python"] ? ["--with-python"] : [])
    : ["--python-archive", resolve(values["python-archive"]), "--sha256", values.sha256 ?? ""];
const own = `${process.platform}-${process.arch}`;
// This machine comes last, so that its packages stay in bundled/.
const targets = values.all ? [...TARGETS.filter((one) => one !== own), own] : [values.target ?? own];

const run = (program, ...parameters) =>
    execFileSync(program, parameters, { cwd: extension, stdio: ["ignore", "inherit", "inherit"] });

const { version } = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
const stated = /__version__ = "(.+)"/.exec(readFileSync(join(extension, "..", "reslint", "version.py"), "utf8"));
if (stated?.[1] !== version) {
    throw new Error(`the extension is ${version}, reslint ${stated?.[1]}: let them go together`);
}

// Without images and the section on development: VS Code shows images of an extension's page only from
// https, and users of the package do not develop it.
const requirement = "The package includes reslint and everything it needs except Python 3.11 to 3.14.";
const readme = readFileSync(join(extension, "README.md"), "utf8");
if (!readme.includes(requirement)) {
    throw new Error("README.md does not say any more which Python is needed");
}
const page = readme
    .replace(requirement, runtime.length > 0 ? "The package includes reslint and everything it needs, Python too." : requirement)
    .replace(/^!\[.*\]\(.*\)\n\n/gm, "")
    .replace(/^## Development\n[^]*/m, "");

const work = mkdtempSync(join(tmpdir(), "reslint-wheel-"));
try {
    run("npm", "run", "--silent", "build");
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", work, dirname(extension));
    const wheel = join(work, readdirSync(work).find((name) => name.endsWith(".whl")));
    mkdirSync(join(extension, "packages"), { recursive: true });
    writeFileSync(join(extension, "out", "README.md"), `${page.trim()}\n`);
    for (const target of targets) {
        run(python, join("scripts", "bundle_python.py"), "--target", target, "--wheel", wheel, ...runtime);
        const vsix = join("packages", `reslint-${target}${runtime.length > 0 ? "-with-python" : ""}-${version}.vsix`);
        run("npx", "vsce", "package", "--no-dependencies", "--no-rewrite-relative-links", "--allow-missing-repository",
            "--readme-path", "out/README.md", "--target", target, "--out", vsix);
        const { size } = statSync(join(extension, vsix));
        console.log(`${vsix}: ${(size / 1e6).toFixed(1)} MB`);
        const largest = runtime.length > 0 ? LARGEST_WITH_PYTHON : LARGEST;
        if (size > largest) {
            throw new Error(`${vsix} is larger than ${largest / 1e6} MB`);
        }
    }
} finally {
    rmSync(work, { recursive: true, force: true });
}
