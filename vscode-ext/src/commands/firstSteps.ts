/** The walkthrough: opened with the first draft ever, its steps ticked, its pictures shown where its page is narrow. */
import * as vscode from "vscode";

const WALKTHROUGH = "reslint.reslint#start";
const OPENED = "reslint.walkthroughOpened";
const PICTURES: readonly unknown[] = ["draft", "fix", "resolution"];

export type Step = "python" | "draft" | "fix";

/**
 * Ticks steps by contexts, which package.json names. The editor takes a context as a tick only when it
 * becomes true after the walkthrough was registered, and only once: a step that was done before is ticked
 * by a second context when the walkthrough has been opened.
 */
export class FirstSteps {
    private readonly steps = new Set<Step>();
    private opened = false;

    constructor(private readonly context: vscode.ExtensionContext) {}

    /** Takes note that a step has been done. */
    done(step: Step): void {
        if (!this.steps.has(step)) {
            this.steps.add(step);
            tick(`reslint.did.${step}`);
            if (this.opened) {
                tick(`reslint.didBefore.${step}`);
            }
        }
    }

    /** Opens the walkthrough, beside the active editor or in its place. */
    async open(beside: boolean): Promise<void> {
        await vscode.commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, beside);
        this.opened = true;
        for (const step of this.steps) {
            tick(`reslint.didBefore.${step}`);
        }
    }

    /**
     * Opens the walkthrough beside the first draft that this user ever opens, and leaves the cursor in the
     * draft. Not where the editor opened it already, or the user wants nothing to open by itself.
     */
    async openOnFirstUse(): Promise<void> {
        const { globalState, extension } = this.context;
        if (globalState.get<boolean>(OPENED) === true) {
            return;
        }
        await globalState.update(OPENED, true);
        const workbench = vscode.workspace.getConfiguration("workbench");
        const wanted = workbench.get<boolean>("welcomePage.walkthroughs.openOnInstall", true)
            && workbench.get<string>("startupEditor") !== "none";
        const title = titleIn(extension.packageJSON as unknown);
        const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
        if (!wanted || (title !== "" && tabs.some(({ label }) => label.includes(title)))) {
            return;
        }
        const editor = vscode.window.activeTextEditor;
        await this.open(editor !== undefined);
        if (editor !== undefined) {
            await vscode.window.showTextDocument(editor.document, editor.viewColumn);
        }
    }
}

function tick(key: string): void {
    void vscode.commands.executeCommand("setContext", key, true);
}

/** Shows a picture of the walkthrough in an editor: the walkthrough's page leaves them out where it is narrow. */
export async function showPicture(context: vscode.ExtensionContext, name: unknown): Promise<void> {
    if (PICTURES.includes(name)) {
        const uri = vscode.Uri.joinPath(context.extensionUri, "media", "walkthrough", `${String(name)}.svg`);
        await vscode.commands.executeCommand("vscode.openWith", uri, "imagePreview.previewEditor");
    }
}

/** The title of the first walkthrough of a manifest, in the language of the editor. */
function titleIn(manifest: unknown): string {
    const { contributes } = manifest as { contributes?: { walkthroughs?: readonly { title?: string }[] } };
    return contributes?.walkthroughs?.[0]?.title ?? "";
}
