/** Command "Check All Drafts of a Folder", and the choice of a folder. */
import * as vscode from "vscode";
import { CHECK_FOLDER, type FolderResult } from "../server/protocol";
import type { Server } from "../server/server";
import { countsText } from "../status/names";

/** Lets the server check `folder`, or a folder of the workspace. Findings are shown in Problems. */
export async function checkDrafts(server: Server, folder: unknown): Promise<void> {
    const uri = folder instanceof vscode.Uri ? folder : await pickFolder();
    if (uri === undefined) {
        return;
    }
    const result = (await server.execute(CHECK_FOLDER, uri.toString())) as FolderResult | null | undefined;
    if (!result) {
        return; // Cancelled, or no server; the status bar shows it.
    }
    const found = countsText(result.counts) || vscode.l10n.t("no findings");
    const text =
        result.files === 1
            ? vscode.l10n.t("1 draft checked: {0}.", found)
            : vscode.l10n.t("{0} drafts checked: {1}.", result.files, found);
    const show = vscode.l10n.t("Show Problems");
    if (result.diagnostics === 0) {
        void vscode.window.showInformationMessage(text);
    } else if ((await vscode.window.showInformationMessage(text, show)) === show) {
        await vscode.commands.executeCommand("workbench.actions.view.problems");
    }
}

/** The folder of a workspace that a command is about; undefined if there is none, or none was chosen. */
export async function pickFolder(): Promise<vscode.Uri | undefined> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (folders.length < 2) {
        return folders[0]?.uri;
    }
    return (await vscode.window.showWorkspaceFolderPick())?.uri;
}
