/** Actions on a row of the view "Resolution". */
import * as vscode from "vscode";
import type { Range } from "vscode-languageclient";
import type { Row } from "../resolution/nodes";

/** Shows a place of a draft in its editor. */
export async function revealRange(uri: unknown, range: unknown): Promise<void> {
    if (!(uri instanceof vscode.Uri) || range === undefined) {
        return;
    }
    const { start } = range as Range;
    const place = new vscode.Position(start.line, start.character);
    const visible = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {
        ...(visible?.viewColumn === undefined ? {} : { viewColumn: visible.viewColumn }),
        preview: false,
    });
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Opens the web page of a cited document. */
export async function openCitation(row: unknown): Promise<void> {
    const { link } = row as Partial<Row>;
    if (link !== undefined && /^https?:/i.test(link)) {
        await vscode.env.openExternal(vscode.Uri.parse(link));
    }
}
