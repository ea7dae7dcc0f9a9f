/** Commands "New Draft", "Show the Structure" and "Export a Report". */
import * as vscode from "vscode";
import type { Pages } from "../documents/pages";
import { describe, htmlReport, newDraft } from "../server/protocol";
import type { Server } from "../server/server";
import { languageAndOrgan } from "./choosing";

/** Opens a draft from the template of an organ in a language. */
export async function createDraft(server: Server): Promise<void> {
    const wanted = await languageAndOrgan();
    if (wanted === undefined) {
        return;
    }
    const made = await server.ask(newDraft, wanted);
    if (made === undefined) {
        return;
    }
    const document = await vscode.workspace.openTextDocument({ language: "markdown", content: made.text });
    await vscode.window.showTextDocument(document);
}

export async function showOutline(server: Server, pages: Pages): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const described = document && (await server.ask(describe, { textDocument: { uri: document.uri.toString() } }));
    if (document === undefined || described === undefined) {
        notADraft();
        return;
    }
    await pages.showText(vscode.l10n.t("Structure of {0}", baseName(document.uri)), described.text);
}

/** Writes the report of the active draft to a file that the user names. */
export async function exportHtml(server: Server): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const report = document && (await server.ask(htmlReport, { textDocument: { uri: document.uri.toString() } }));
    if (document === undefined || report === undefined) {
        notADraft();
        return;
    }
    const name = `${baseName(document.uri).replace(/\.[^.]+$/, "")}.html`;
    const folder =
        document.uri.scheme === "file"
            ? vscode.Uri.joinPath(document.uri, "..")
            : vscode.workspace.workspaceFolders?.[0]?.uri;
    const target = await vscode.window.showSaveDialog({
        ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
        filters: { HTML: ["html"] },
        title: vscode.l10n.t("Export a report as HTML"),
    });
    if (target === undefined) {
        return;
    }
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(report.html));
    const open = vscode.l10n.t("Open");
    const answer = await vscode.window.showInformationMessage(
        vscode.l10n.t("The report was saved as {0}.", baseName(target)),
        open,
    );
    if (answer === open) {
        await vscode.env.openExternal(target);
    }
}

function notADraft(): void {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open a draft resolution first."));
}

function baseName(uri: vscode.Uri): string {
    return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}
