/** Read-only texts without a file: the page of a rule, an outline. */
import * as vscode from "vscode";

const SCHEME = "reslint";

export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
    private readonly texts = new Map<string, string>();
    private readonly changed = new vscode.EventEmitter<vscode.Uri>();
    private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
    readonly onDidChange = this.changed.event;

    provideTextDocumentContent(uri: vscode.Uri): string {
        return this.texts.get(uri.path) ?? "";
    }

    dispose(): void {
        this.registration.dispose();
        this.changed.dispose();
    }

    /** Shows Markdown as a preview, beside the editor. */
    async showMarkdown(name: string, markdown: string): Promise<void> {
        const uri = this.keep(`${name}.md`, markdown);
        await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
    }

    /** Shows a plain text, read-only, beside the editor. */
    async showText(name: string, text: string): Promise<void> {
        const uri = this.keep(`${name}.txt`, text);
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document, {
            viewColumn: vscode.ViewColumn.Beside,
            preserveFocus: true,
            preview: true,
        });
    }

    private keep(name: string, text: string): vscode.Uri {
        const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
        this.texts.set(uri.path, text);
        this.changed.fire(uri);
        return uri;
    }
}
