/** Shows drafts in the Markdown preview of VS Code as they are printed, by the markup of the server. */
import * as vscode from "vscode";

type Render = (this: unknown, tokens: unknown, options: unknown, env?: { currentDocument?: vscode.Uri }) => string;

/** What is used of markdown-it, which VS Code brings. */
export interface MarkdownIt {
    renderer: { render: Render };
}

/** The markup of a draft and the text that it was made of; no markup for a text that is no draft. */
export interface Markup {
    readonly text: string;
    readonly html: string | undefined;
}

/** The latest markup of each document that is previewed. */
export class PreviewMarkup {
    private readonly known = new Map<string, Markup>();
    private readonly asked = new Set<string>();

    /** `fetch` asks the server; undefined without an answer. */
    constructor(private readonly fetch: (uri: vscode.Uri) => Promise<Markup | undefined>) {}

    /** The markup of a document; the one before while the new one is made. */
    of(uri: vscode.Uri): string | undefined {
        const key = uri.toString();
        const known = this.known.get(key);
        const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === key);
        if (document !== undefined && known?.text !== document.getText()) {
            void this.refresh(uri);
        }
        return known?.html;
    }

    /** Asks for the markup again, and has the preview show it if it is another. */
    async refresh(uri: vscode.Uri): Promise<void> {
        const key = uri.toString();
        if (this.asked.has(key)) {
            return;
        }
        this.asked.add(key);
        try {
            const made = await this.fetch(uri);
            const before = this.known.get(key);
            if (made !== undefined) {
                this.known.set(key, made);
                if (made.html !== before?.html) {
                    await vscode.commands.executeCommand("markdown.preview.refresh");
                }
            }
        } finally {
            this.asked.delete(key);
        }
    }

    /** Whether a document is or was previewed. */
    has(uri: vscode.Uri): boolean {
        return this.known.has(uri.toString());
    }

    forget(uri: vscode.Uri): void {
        this.known.delete(uri.toString());
    }
}

/** Puts the markup of a draft in place of what markdown-it makes of it. VS Code names the document as it renders. */
export function showDrafts(md: MarkdownIt, markupOf: (uri: vscode.Uri) => string | undefined): void {
    const { render } = md.renderer;
    md.renderer.render = function (tokens, options, env) {
        const uri = env?.currentDocument;
        return (uri === undefined ? undefined : markupOf(uri)) ?? render.call(this, tokens, options, env);
    };
}
