/** Keeps two editors with versions of one draft scrolled together, until one of them is closed. */
import * as vscode from "vscode";
import { rows } from "../server/protocol";
import type { Server } from "../server/server";
import { lineThere, turned, type Lines } from "./lines";

/** Milliseconds in which the editor that was moved tells of it; that must not move the other one. */
const ECHO = 250;

interface Pair {
    readonly left: string;
    readonly right: string;
    /** The versions of both documents for which the lines hold. */
    versions: string;
    lines: Lines;
    /** Settled once the lines of these versions are known. */
    known: Promise<void>;
}

export class Scrolling implements vscode.Disposable {
    private pair: Pair | undefined;
    private moved: { readonly uri: string; readonly until: number } | undefined;
    private readonly subscriptions: vscode.Disposable[];

    constructor(private readonly server: Server) {
        this.subscriptions = [
            vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => { void this.scrolled(textEditor); }),
            vscode.window.onDidChangeVisibleTextEditors((editors) => {
                const shown = new Set(editors.map((editor) => editor.document.uri.toString()));
                if (this.pair !== undefined && !(shown.has(this.pair.left) && shown.has(this.pair.right))) {
                    this.pair = undefined;
                }
            }),
        ];
    }

    /** Scrolls two editors together from now on, and no others. */
    async start(left: vscode.TextEditor, right: vscode.TextEditor): Promise<void> {
        this.pair = { left: left.document.uri.toString(), right: right.document.uri.toString(), versions: "", lines: [], known: Promise.resolve() };
        await this.update(this.pair, left, right);
    }

    dispose(): void {
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    private async scrolled(editor: vscode.TextEditor): Promise<void> {
        const { pair } = this;
        const uri = editor.document.uri.toString();
        if (pair === undefined || (uri !== pair.left && uri !== pair.right)) {
            return;
        }
        if (this.moved?.uri === uri && Date.now() < this.moved.until) {
            return;
        }
        const other = visible(uri === pair.left ? pair.right : pair.left);
        const first = editor.visibleRanges[0]?.start.line;
        if (other === undefined || first === undefined) {
            return;
        }
        await (uri === pair.left ? this.update(pair, editor, other) : this.update(pair, other, editor));
        if (pair.lines.length === 0 || pair !== this.pair) {
            return;
        }
        const line = lineThere(uri === pair.left ? pair.lines : turned(pair.lines), first);
        const last = Math.max(0, Math.min(line, other.document.lineCount - 1));
        this.moved = { uri: other.document.uri.toString(), until: Date.now() + ECHO };
        other.revealRange(new vscode.Range(last, 0, last, 0), vscode.TextEditorRevealType.AtTop);
    }

    /** Asks which lines belong together, if one of the texts has changed. */
    private async update(pair: Pair, left: vscode.TextEditor, right: vscode.TextEditor): Promise<void> {
        const versions = `${left.document.version} ${right.document.version}`;
        if (pair.versions !== versions) {
            pair.versions = versions;
            const answer = this.server.ask(rows, { textDocument: { uri: pair.left }, other: pair.right });
            pair.known = answer.then((found) => { pair.lines = found?.lines ?? pair.lines; });
        }
        // Whoever scrolls meanwhile waits for the same answer.
        await pair.known;
    }
}

function visible(uri: string): vscode.TextEditor | undefined {
    return vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri);
}
