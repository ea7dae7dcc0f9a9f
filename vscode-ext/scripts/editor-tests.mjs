// Runs the tests in a real VS Code: those inside the extension host, then the scenarios.
// Without chromium or the editor they are skipped, and counted as skipped; in CI they must run.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readdirSync } from "node:fs";

const extension = dirname(dirname(fileURLToPath(import.meta.url)));
const files = readdirSync(join(extension, "out", "e2e"))
    .filter((name) => name.endsWith(".test.js"))
    .sort()
    .map((name) => join("out", "e2e", name));
// One editor after the other: each is a browser and two servers.
const { status } = spawnSync(process.execPath, ["--test", "--test-concurrency=1", ...files], { cwd: extension, stdio: "inherit" });
process.exit(status ?? 1);
