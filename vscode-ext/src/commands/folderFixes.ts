/** Command "Fix All Drafts of a Folder": all safe fixes as one step, counted or looked at before. */
import * as vscode from "vscode";
import type { TextEdit } from "vscode-languageclient/node";
import { FIX_FOLDER, type FolderFixes } from "../server/protocol";
import type { Server } from "../server/server";
import { pickFolder } from "./folders";

const MOST_NAMED = 10;
/** The scheme of fixed texts that are shown beside the drafts. */
const FIXED = "reslint-fixed";

/** Asks before it fixes the drafts of `folder`, or of a folder of the workspace. */
export async function fixDrafts(server: Server, folder: unknown): Promise<void> {
    const uri = folder instanceof vscode.Uri ? folder : await pickFolder();
    if (uri === undefined) {
        return;
    }
    const found = await fixesIn(server, uri);
    if (found === undefined) {
        return; // Cancelled, or no server; the status bar shows it.
    }
    if (found.edit === null) {
        void vscode.window.showInformationMessage(vscode.l10n.t("No draft of this folder has a safe fix."));
        return;
    }
    const apply = vscode.l10n.t("Apply");
    const preview = vscode.l10n.t("Preview");
    const answer = await vscode.window.showInformationMessage(
        counted(found),
        { modal: true, detail: names(found) },
        apply,
        preview,
    );
    const wanted = answer === preview ? await looked(found) : answer === apply;
    if (!wanted) {
        return;
    }
    // While the question was open, drafts may have changed: here, or on the disk.
    const now = await fixesIn(server, uri);
    if (now === undefined || edits(now) !== edits(found)) {
        void vscode.window.showWarningMessage(vscode.l10n.t("The drafts have changed meanwhile; nothing was fixed."));
        return;
    }
    await make(found);
}

/** What would be written where; a draft that was opened meanwhile has a version now, and the same edits. */
function edits({ edit }: FolderFixes): string {
    return JSON.stringify(edit?.documentChanges.map(({ textDocument, edits }) => [vscode.Uri.parse(textDocument.uri).toString(), edits]));
}

async function fixesIn(server: Server, folder: vscode.Uri): Promise<FolderFixes | undefined> {
    return (await server.execute(FIX_FOLDER, folder.toString())) as FolderFixes | undefined;
}

function counted({ fixes, drafts }: FolderFixes): string {
    return vscode.l10n.t("Safe fixes: {0}, in drafts: {1}.", fixes, drafts.length);
}

/** Shows each draft beside its fixed text; whether the fixes are to be made then. */
async function looked(found: FolderFixes): Promise<boolean> {
    const texts = new Map<string, string>();
    const rows: [vscode.Uri, vscode.Uri, vscode.Uri][] = [];
    for (const { textDocument, edits } of found.edit?.documentChanges ?? []) {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(textDocument.uri));
        const fixed = document.uri.with({ scheme: FIXED });
        texts.set(fixed.toString(), edited(document, edits));
        rows.push([document.uri, document.uri, fixed]);
    }
    const provider = vscode.workspace.registerTextDocumentContentProvider(FIXED, {
        provideTextDocumentContent: (uri) => texts.get(uri.toString()),
    });
    try {
        await vscode.commands.executeCommand("vscode.changes", vscode.l10n.t("Apply all safe fixes"), rows);
        const apply = vscode.l10n.t("Apply");
        return (await vscode.window.showInformationMessage(counted(found), apply)) === apply;
    } finally {
        provider.dispose();
    }
}

/** The text of a document after edits, which are in order and do not overlap. */
function edited(document: vscode.TextDocument, edits: readonly TextEdit[]): string {
    let text = document.getText();
    for (const { range, newText } of [...edits].reverse()) {
        const [start, end] = [range.start, range.end].map(({ line, character }) => document.offsetAt(new vscode.Position(line, character)));
        text = text.slice(0, start) + newText + text.slice(end);
    }
    return text;
}

/** The drafts with the number of their fixes, one in a line. */
function names({ drafts }: FolderFixes): string {
    const lines = drafts
        .slice(0, MOST_NAMED)
        .map(({ uri, fixes }) => vscode.l10n.t("{0}: {1}", vscode.workspace.asRelativePath(vscode.Uri.parse(uri)), fixes));
    if (drafts.length > MOST_NAMED) {
        lines.push(vscode.l10n.t("and {0} more", drafts.length - MOST_NAMED));
    }
    return lines.join("\n");
}

/** Makes all edits as one step; saves the drafts that had no changes of their own before. */
async function make({ edit, drafts }: FolderFixes): Promise<void> {
    const whole = new vscode.WorkspaceEdit();
    for (const { textDocument, edits } of edit?.documentChanges ?? []) {
        for (const { range: { start, end }, newText } of edits) {
            const range = new vscode.Range(start.line, start.character, end.line, end.character);
            whole.replace(vscode.Uri.parse(textDocument.uri), range, newText);
        }
    }
    const changed = new Set(drafts.map(({ uri }) => vscode.Uri.parse(uri).toString()));
    const dirty = new Set(vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()));
    if (!(await vscode.workspace.applyEdit(whole))) {
        return;
    }
    let saved = 0;
    let unsaved = 0;
    for (const document of vscode.workspace.textDocuments) {
        if (document.isDirty && changed.has(document.uri.toString())) {
            if (!dirty.has(document.uri.toString()) && (await document.save())) {
                saved += 1;
            } else {
                unsaved += 1;
            }
        }
    }
    void vscode.window.showInformationMessage(
        unsaved === 0
            ? vscode.l10n.t("Fixed and saved: {0}.", saved)
            : vscode.l10n.t("Fixed and saved: {0}. Fixed and not saved, because they had changes of their own: {1}.", saved, unsaved),
    );
}
