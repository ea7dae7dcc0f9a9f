/** The menu of the status bar item. */
import * as vscode from "vscode";
import type { CommandName } from "../commands/names";
import type { Server } from "../server/server";
import { versionOf } from "../python/interpreter";
import { languageName, organName, profileName } from "./names";
import { openProblem, settingsProblems, type SettingsProblem } from "./settingsProblems";
import type { StatusStore } from "./store";

interface Entry extends vscode.QuickPickItem {
    readonly run?: CommandName;
    readonly problem?: SettingsProblem;
}

const MOST_PROBLEMS = 10;

/** Shows the menu and runs what is chosen. */
export async function showMenu(server: Server, statuses: StatusStore): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const entries = [
        ...problemEntries(),
        ...(server.state === "ready" ? draftEntries(server, statuses, document) : []),
        ...serverEntries(server),
    ];
    const chosen = await vscode.window.showQuickPick(entries, { title: "reslint", placeHolder: headline(server) });
    if (chosen?.problem !== undefined) {
        await openProblem(chosen.problem);
    } else if (chosen?.run !== undefined) {
        await vscode.commands.executeCommand(`reslint.${chosen.run}`);
    }
}

/** The errors in settings, each with its file and line: a click opens it there. */
function problemEntries(): Entry[] {
    const problems = settingsProblems().slice(0, MOST_PROBLEMS);
    if (problems.length === 0) {
        return [];
    }
    return [
        separator(vscode.l10n.t("Errors in settings")),
        ...problems.map((problem): Entry => ({
            label: `$(error) ${vscode.workspace.asRelativePath(problem.uri)}`,
            description: vscode.l10n.t("line {0}", problem.range.start.line + 1),
            detail: problem.message,
            problem,
        })),
    ];
}

function draftEntries(server: Server, statuses: StatusStore, document: vscode.TextDocument | undefined): Entry[] {
    const status = statuses.of(document);
    if (document === undefined || status === undefined) {
        return [];
    }
    const choice = server.choiceOf(document.uri);
    const understood = (chosen: string | undefined, name: string | undefined): string =>
        name === undefined
            ? vscode.l10n.t("not recognized")
            : chosen !== undefined && chosen !== "auto"
              ? vscode.l10n.t("{0} (chosen)", name)
              : name;
    const profile = choice.profile ?? vscode.workspace.getConfiguration("reslint", document).get("profile", "standard");
    const entries: Entry[] = [
        separator(vscode.l10n.t("This draft")),
        {
            label: vscode.l10n.t("$(globe) Language"),
            description: understood(choice.language, status.language ? languageName(status.language) : undefined),
            run: "chooseLanguage",
        },
        {
            label: vscode.l10n.t("$(organization) Organ"),
            description: understood(choice.organ, status.organ ? organName(status.organ) : undefined),
            run: "chooseOrgan",
        },
        { label: vscode.l10n.t("$(law) Profile"), description: profileName(profile), run: "chooseProfile" },
    ];
    if (status.state !== "silent") {
        entries.push(
            {
                label: vscode.l10n.t("$(wand) Apply all safe fixes"),
                ...(status.fixable > 0 ? { description: vscode.l10n.t("{0} with a safe fix", status.fixable) } : {}),
                run: "fixAll",
            },
            { label: vscode.l10n.t("$(list-tree) Show the structure of the draft"), run: "showOutline" },
            { label: vscode.l10n.t("$(export) Export a report as HTML"), run: "exportHtml" },
        );
    }
    return entries;
}

function serverEntries(server: Server): Entry[] {
    const entries: Entry[] = [separator("reslint")];
    if (server.state === "noPython") {
        entries.push({ label: vscode.l10n.t("$(snake) Choose a Python…"), run: "selectInterpreter" });
    }
    if (vscode.workspace.workspaceFolders !== undefined && server.state === "ready") {
        entries.push(
            { label: vscode.l10n.t("$(checklist) Check all drafts of a folder"), run: "checkDrafts" },
            { label: vscode.l10n.t("$(wand) Fix all drafts of a folder…"), run: "fixDrafts" },
        );
    }
    entries.push(
        { label: vscode.l10n.t("$(new-file) New draft…"), run: "newDraft" },
        { label: vscode.l10n.t("$(gear) Settings"), run: "openSettings" },
        { label: vscode.l10n.t("$(refresh) Restart"), run: "restart" },
        { label: vscode.l10n.t("$(output) Show the log"), run: "showLog" },
    );
    return entries;
}

function headline(server: Server): string {
    const { running } = server;
    return running === undefined
        ? vscode.l10n.t("reslint is not running")
        : vscode.l10n.t("runs with Python {0}", versionOf(running.interpreter));
}

function separator(label: string): Entry {
    return { label, kind: vscode.QuickPickItemKind.Separator };
}
