/** Commands that choose language, organ and profile of the active draft. */
import * as vscode from "vscode";
import type { Choice } from "../server/protocol";
import type { Server } from "../server/server";
import { LANGUAGES, languageName, ORGANS, organName, PROFILES, profileName } from "../status/names";

interface Entry extends vscode.QuickPickItem {
    readonly value: string;
}

/** Asks for the language of the active draft and tells the server. */
export async function chooseLanguage(server: Server): Promise<void> {
    await choose(server, "language", vscode.l10n.t("Language of this draft"), [
        auto(),
        ...LANGUAGES.map((value) => ({ label: languageName(value), description: value, value })),
    ]);
}

export async function chooseOrgan(server: Server): Promise<void> {
    await choose(server, "organ", vscode.l10n.t("Organ of this draft"), [
        auto(),
        ...ORGANS.map((value) => ({ label: organName(value), ...(value === "other" ? {} : { description: value }), value })),
    ]);
}

export async function chooseProfile(server: Server): Promise<void> {
    const details = {
        standard: vscode.l10n.t("the conventions that nearly all adopted resolutions follow"),
        strict: vscode.l10n.t("also matters of taste and habit"),
    };
    await choose(server, "profile", vscode.l10n.t("Profile for this draft"), [
        { label: vscode.l10n.t("As in the settings"), value: "auto" },
        ...PROFILES.map((value) => ({ label: profileName(value), detail: details[value], value })),
    ]);
}

/** Asks for language and organ of a new draft; undefined if the user cancels. */
export async function languageAndOrgan(): Promise<{ language: string; organ: string } | undefined> {
    const title = vscode.l10n.t("New draft");
    const organ = await vscode.window.showQuickPick<Entry>(
        ORGANS.map((value) => ({ label: organName(value), value })),
        { title: `${title} (1/2)`, placeHolder: vscode.l10n.t("Which organ will adopt it?") },
    );
    const language =
        organ &&
        (await vscode.window.showQuickPick<Entry>(
            LANGUAGES.map((value) => ({ label: languageName(value), description: value, value })),
            { title: `${title} (2/2)`, placeHolder: vscode.l10n.t("In which language?") },
        ));
    return language && { language: language.value, organ: organ.value };
}

function auto(): Entry {
    return { label: vscode.l10n.t("As detected"), description: vscode.l10n.t("from the text of the draft"), value: "auto" };
}

async function choose(server: Server, key: keyof Choice, title: string, entries: Entry[]): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) {
        return;
    }
    const current = server.choiceOf(document.uri)[key] ?? "auto";
    const chosen = await vscode.window.showQuickPick(
        entries.map((entry) => (entry.value === current ? { ...entry, label: `$(check) ${entry.label}` } : entry)),
        { title },
    );
    if (chosen !== undefined) {
        await server.choose(document.uri, { [key]: chosen.value });
    }
}
