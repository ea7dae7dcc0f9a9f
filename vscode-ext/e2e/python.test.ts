/** No Python, or not the right one: what is said, and how it goes on. */
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

    scenario("without a Python, it is said clearly, with what can be done", async () => {
        await editor.statusSays("no Python");
        const toast = editor.page.locator(".notification-toast", { hasText: "/no/such/python3" });
        await toast.waitFor();
        assert.match(await toast.innerText(), /Python 3\.11 to 3\.14/);
        await editor.picture("22-no-python");
        await toast.getByRole("button", { name: "Choose a Python" }).click();
        const rows = editor.page.locator(".quick-input-list .monaco-list-row");
        await rows.filter({ hasText: /Python 3\.\d+/ }).first().waitFor();
        await editor.picture("23-choose-python");
        // Those that will not do come after those that will.
        const texts = await rows.allInnerTexts();
        const unfit = texts.findIndex((text) => /too old|newer than|not CPython/.test(text));
        assert.ok(unfit < 0 || !texts.slice(unfit).some((text) => /^\s*Python 3\.\d+\.\d+\s*\//.test(text)), texts.join("\n"));
    });

    scenario("a Python chosen from the list is used at once", async () => {
        await editor.pick("Python 3.");
        await editor.statusSays(/reslint FR·ECOSOC/);
        await editor.squiggles().first().waitFor();
        assert.equal(editor.servers().length, 1);
    });
});

// An editor for each: a window that is loaded anew may know the settings of before for a while.
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
        rmSync(folder, { recursive: true });
    });
    const scenario = scenarios(() => editor);

    scenario("the one in the environment of the Python chosen runs, where that is wished", async () => {
        await editor.statusSays(/reslint FR·ECOSOC/);
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
        rmSync(folder, { recursive: true });
    });
    const scenario = scenarios(() => editor);

    scenario("runs the one of the extension, though its own was wished", async () => {
        await editor.statusSays(/reslint FR·ECOSOC/);
        await editor.squiggles().first().waitFor();
        assert.equal(editor.processes(bare.python, "launch.py").length, 1);
        assert.equal(editor.processes(bare.python).length, 1);
    });
});

/** An editor where the reslint of this Python is wished. */
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

/** Installs reslint with all that its server needs: what is packaged here, where pip would put it. */
function installReslint({ packages, version }: Environment): void {
    for (const part of ["libs", version]) {
        cpSync(join(EXTENSION, "bundled", part), packages, { recursive: true });
    }
}
