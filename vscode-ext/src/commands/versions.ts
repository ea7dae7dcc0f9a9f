/** Command "Open Another Version Beside". */
import * as vscode from "vscode";
import { counterparts, type VersionHere } from "../server/protocol";
import type { Server } from "../server/server";
import type { Scrolling } from "../versions/scrolling";

/**
 * Opens another version of the active draft beside it, at the same paragraph, and scrolls both together.
 * `name` is that of the version (`fr`); without it, the user chooses if there are several.
 */
export async function openCounterpart(server: Server, scrolling: Scrolling, name: unknown): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
        return;
    }
    const { line, character } = editor.selection.active;
    const here = await server.ask(counterparts, {
        textDocument: { uri: editor.document.uri.toString() },
        position: { line, character },
    });
    if (here === undefined) {
        void vscode.window.showInformationMessage(vscode.l10n.t("No other version of this draft was found."));
        return;
    }
    const version = await chosen(here.versions, here.reference, name);
    if (version === undefined) {
        return;
    }
    const uri = vscode.Uri.parse(version.uri);
    let document: vscode.TextDocument;
    try {
        document = await vscode.workspace.openTextDocument(uri);
    } catch {
        // A Word file: the editor or another program shows it.
        await vscode.commands.executeCommand("vscode.open", uri, vscode.ViewColumn.Beside);
        return;
    }
    const other = await vscode.window.showTextDocument(document, {
        viewColumn: vscode.ViewColumn.Beside,
        preserveFocus: true,
        preview: false,
    });
    await scrolling.start(editor, other);
    if (version.range !== null) {
        const { start, end } = version.range;
        const place = new vscode.Range(start.line, start.character, end.line, end.character);
        other.selection = new vscode.Selection(place.start, place.start);
        other.revealRange(place, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
}

async function chosen(versions: readonly VersionHere[], reference: string, name: unknown): Promise<VersionHere | undefined> {
    if (typeof name === "string") {
        return versions.find((version) => version.name === name);
    }
    if (versions.length < 2) {
        return versions[0];
    }
    // The reference is the one that is wanted most.
    const ordered = [...versions].sort((a, b) => Number(b.uri === reference) - Number(a.uri === reference));
    const picked = await vscode.window.showQuickPick(
        ordered.map((version) => ({
            label: version.name,
            description: version.place ?? vscode.l10n.t("this paragraph is not there"),
            detail: vscode.workspace.asRelativePath(vscode.Uri.parse(version.uri)),
            version,
        })),
        { title: vscode.l10n.t("Version to open beside"), matchOnDetail: true },
    );
    return picked?.version;
}
