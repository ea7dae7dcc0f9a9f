/** No Python, or an unsuitable one: the messages, and how to continue. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { FRENCH } from "./drafts";
import { Editor, EXTENSION, hindrance } from "./harness/editor";
import { scenarios } from "./harness/scenario";

describe("Python", { skip: hindrance() ?? false }, () => {
    let editor: Editor;

    before(async () => {
        editor = await Editor.open({
            files: { "projet.md": FRENCH },
            settings: { "reslint.interpreter": ["/no/such/python3"] },
        });
        await editor.show("projet.md");
    });
    after(async () => { await editor.close(); });
    const scenario = scenarios(() => editor);

    scenario("shows that no Python was found, with ways to solve it", async () => {
        await editor.statusShows("no Python");
        const toast = editor.page.locator(".notification-toast", { hasText: "/no/such/python3" });
        await toast.waitFor();
        assert.match(await toast.innerText(), /Python 3\.11 to 3\.14/);
        await editor.picture("22-no-python");
        await toast.getByRole("button", { name: "Choose a Python" }).click();
        const rows = editor.page.locator(".quick-input-list .monaco-list-row");
        await rows.filter({ hasText: /Python 3\.\d+/ }).first().waitFor();
        await editor.picture("23-choose-python");
        // Unusable ones come last.
        const texts = await rows.allInnerTexts();
        const unfit = texts.findIndex((text) => /too old|newer than|not CPython/.test(text));
        assert.ok(unfit < 0 || !texts.slice(unfit).some((text) => /^\s*Python 3\.\d+\.\d+\s*\//.test(text)), texts.join("\n"));
    });

    scenario("a Python chosen from the list is used at once", async () => {
        await editor.pick("Python 3.");
        await editor.statusShows(/reslint FR·ECOSOC/);
        await editor.squiggles().first().waitFor();
        assert.equal(editor.servers().length, 1);
    });
});

// A new editor for each: a reloaded window may keep the previous settings for a while.
describe("a reslint of one's own", { skip: hindrance() ?? false }, () => {
    let folder = "";
    let own: Environment;
    let editor: Editor;

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "reslint-own-"));
        own = newEnvironment(folder);
        installReslint(own);
        editor = await openWithOwnReslint(own);
    });
    after(async () => {
        await editor.close();
        rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 200 });
    });
    const scenario = scenarios(() => editor);

    scenario("the one in the environment of the Python chosen runs, where that is wished", async () => {
        await editor.statusShows(/reslint FR·ECOSOC/);
        await editor.squiggles().first().waitFor();
        assert.equal(editor.processes(own.python, "-m reslint server").length, 1);
        assert.deepEqual(editor.servers(), []);
    });
});

describe("a Python without a reslint of its own", { skip: hindrance() ?? false }, () => {
    let folder = "";
    let bare: Environment;
    let editor: Editor;

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), "reslint-bare-"));
        bare = newEnvironment(folder);
        editor = await openWithOwnReslint(bare);
    });
    after(async () => {
        await editor.close();
        rmSync(folder, { recursive: true, maxRetries: 5, retryDelay: 200 });
    });
    const scenario = scenarios(() => editor);

    scenario("runs the one of the extension, though its own was wished", async () => {
        await editor.statusShows(/reslint FR·ECOSOC/);
        await editor.squiggles().first().waitFor();
        assert.equal(editor.processes(bare.python, "launch.py").length, 1);
        assert.equal(editor.processes(bare.python).length, 1);
    });
});

/** An editor that is set to use the reslint of this Python. */
async function openWithOwnReslint({ python }: Environment): Promise<Editor> {
    const editor = await Editor.open({
        files: { "projet.md": FRENCH },
        settings: { "reslint.importStrategy": "fromEnvironment", "reslint.interpreter": [python] },
    });
    await editor.show("projet.md");
    return editor;
}

interface Environment {
    readonly python: string;
    /** The folder of its packages. */
    readonly packages: string;
    /** Its version, as the folders of compiled packages are named: `cp313`. */
    readonly version: string;
}

/** A virtual environment without packages. */
function newEnvironment(root: string): Environment {
    execFileSync("python3", ["-m", "venv", "--without-pip", root]);
    const python = join(root, "bin", "python3");
    const question = "import sys, sysconfig; print(sysconfig.get_path('purelib')); print('cp%d%d' % sys.version_info[:2])";
    const [packages = "", version = ""] = execFileSync(python, ["-c", question], { encoding: "utf8" }).split("\n");
    return { python, packages, version };
}

/** Installs the bundled reslint and its server's packages, where pip would put them. */
function installReslint({ packages, version }: Environment): void {
    for (const part of ["libs", version]) {
        cpSync(join(EXTENSION, "bundled", part), packages, { recursive: true });
    }
}
