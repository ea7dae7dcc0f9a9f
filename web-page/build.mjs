// Builds the page's bundle into reslint/web/static. With --check: says whether it is current.
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(here, "..", "reslint", "web", "static");
const check = process.argv.includes("--check");
const result = await build({
  absWorkingDir: here,
  entryPoints: { page: "src/main.ts", style: "src/page.css" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "linked",
  loader: { ".svg": "dataurl" },
  write: !check,
});
if (check) {
  const stale = [];
  for (const file of result.outputFiles) {
    const kept = await readFile(file.path).catch(() => Buffer.alloc(0));
    if (!kept.equals(Buffer.from(file.contents))) stale.push(path.basename(file.path));
  }
  if (stale.length > 0) {
    console.error(`not current: ${stale.join(", ")} (run: npm run build)`);
    process.exit(1);
  }
}
