// Runs the tests in a real VS Code: those inside the extension host, then the scenarios. Without
// chromium or the editor they are skipped and counted as skipped; in CI they must run.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readdirSync } from "node:fs";

const extension = dirname(dirname(fileURLToPath(import.meta.url)));
const passes = (file) => spawnSync(process.execPath, ["--test", file], { cwd: extension, stdio: "inherit" }).status === 0;

const files = readdirSync(join(extension, "out", "e2e"))
    .filter((name) => name.endsWith(".test.js"))
    .sort()
    .map((name) => join("out", "e2e", name));
// One editor at a time: each is a browser and two servers. On a busy machine a test may time out, so
// a failed file is run a second time.
const failed = files.filter((file) => {
    if (passes(file)) {
        return false;
    }
    console.log(`\n${file} failed; once more:`);
    return !passes(file);
});
if (failed.length > 0) {
    console.log(`failed twice: ${failed.join(", ")}`);
    process.exit(1);
}
