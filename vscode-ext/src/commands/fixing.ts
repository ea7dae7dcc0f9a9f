/** Commands "Apply All Safe Fixes" and "Fix on Save". */
import * as vscode from "vscode";

const KIND = vscode.CodeActionKind.SourceFixAll.append("reslint");
const LANGUAGES = ["markdown", "plaintext"];

/** Applies all safe fixes in the active draft, as one undo step. */
export async function fixAll(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
        return;
    }
    const { version } = document;
    const whole = new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        "vscode.executeCodeActionProvider", document.uri, whole, KIND.value, 1,
    );
    const edit = actions.find((action) => action.kind !== undefined && KIND.contains(action.kind))?.edit;
    if (edit === undefined || edit.size === 0) {
        void vscode.window.showInformationMessage(vscode.l10n.t("No safe fix here."));
        return;
    }
    if (document.version !== version) {
        return; // The text changed in the meantime: the fixes no longer apply.
    }
    await vscode.workspace.applyEdit(edit);
}

/** Turns fixing on save on or off, for Markdown and text, in the user's settings. */
export async function toggleFixOnSave(): Promise<void> {
    const key = KIND.value;
    const on = LANGUAGES.some((language) => actionsOnSave(language)[key] === "explicit");
    for (const language of LANGUAGES) {
        const others = Object.entries(actionsOnSave(language)).filter(([name]) => name !== key);
        const next = Object.fromEntries(on ? others : [...others, [key, "explicit"]]);
        await vscode.workspace.getConfiguration("editor", { languageId: language }).update(
            "codeActionsOnSave",
            Object.keys(next).length > 0 ? next : undefined,
            vscode.ConfigurationTarget.Global,
            true,
        );
    }
    void vscode.window.showInformationMessage(
        on
            ? vscode.l10n.t("Drafts are no longer fixed when you save them.")
            : vscode.l10n.t("Safe fixes are applied when you save a draft."),
    );
}

function actionsOnSave(languageId: string): Record<string, unknown> {
    const inspected = vscode.workspace
        .getConfiguration("editor", { languageId })
        .inspect<Record<string, unknown>>("codeActionsOnSave");
    return inspected?.globalLanguageValue ?? {};
}
