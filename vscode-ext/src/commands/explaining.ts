/** Command "Explain the Rule at the Cursor". */
import * as vscode from "vscode";
import type { Pages } from "../documents/pages";
import { explain } from "../server/protocol";
import type { Server } from "../server/server";

const CODE = /^[A-Z][A-Z0-9]*[0-9]{3}$/;

/** Explains the rule `code`, or that of the finding at the cursor. */
export async function explainRule(server: Server, pages: Pages, code?: unknown): Promise<void> {
    const chosen = typeof code === "string" && CODE.test(code) ? code : await codeAtCursor();
    if (chosen === undefined) {
        return;
    }
    const page = await server.ask(explain, { code: chosen });
    if (page === undefined) {
        void vscode.window.showWarningMessage(vscode.l10n.t("reslint has no rule {0}.", chosen));
        return;
    }
    await pages.showMarkdown(chosen, page.markdown);
}

async function codeAtCursor(): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
        return undefined;
    }
    const findings = vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter((one) => one.source === "reslint" && codeOf(one) !== "");
    const { active } = editor.selection;
    const here = findings.filter((one) => one.range.contains(active));
    const inLine = findings.filter((one) => one.range.start.line <= active.line && active.line <= one.range.end.line);
    const codes = (found: vscode.Diagnostic[]): string[] => [...new Set(found.map(codeOf))];
    const offered = codes(here.length > 0 ? here : inLine);
    if (offered.length < 2) {
        if (offered.length === 0) {
            void vscode.window.showInformationMessage(vscode.l10n.t("No finding on this line."));
        }
        return offered[0];
    }
    const chosen = await vscode.window.showQuickPick(
        offered.map((code) => ({
            label: code,
            detail: findings.find((one) => codeOf(one) === code)?.message ?? "",
        })),
        { title: vscode.l10n.t("Which rule?") },
    );
    return chosen?.label;
}

function codeOf(diagnostic: vscode.Diagnostic): string {
    const { code } = diagnostic;
    const value = typeof code === "object" ? code.value : code;
    return typeof value === "string" && CODE.test(value) ? value : "";
}
