/** Command "Choose the Python That Runs reslint", and the message if none was found. */
import * as vscode from "vscode";
import { allPythons, fitsBundle } from "../python/finding";
import { versionOf } from "../python/interpreter";

const DOWNLOADS = "https://www.python.org/downloads/";

interface Entry extends vscode.QuickPickItem {
    readonly path?: string;
}

/** Lists the Pythons of this machine and writes the chosen one into the user's settings. */
export async function selectInterpreter(): Promise<void> {
    const browse: Entry = { label: vscode.l10n.t("$(folder) Another one…") };
    const automatic: Entry = { label: vscode.l10n.t("$(search) Find one automatically"), path: "" };
    const found = allPythons(fitsBundle).then((all) => [
        automatic,
        ...all.map(({ interpreter, against }): Entry => ({
            label: against === undefined ? `Python ${versionOf(interpreter)}` : `$(circle-slash) ${against}`,
            description: interpreter.executable,
            ...(against === undefined ? { path: interpreter.executable } : {}),
        })),
        browse,
    ]);
    const chosen = await vscode.window.showQuickPick(found, {
        title: vscode.l10n.t("The Python that runs reslint"),
        placeHolder: vscode.l10n.t("Python 3.11 to 3.14"),
    });
    const path = chosen === browse ? await browseFor() : chosen?.path;
    if (path !== undefined) {
        await vscode.workspace
            .getConfiguration("reslint")
            .update("interpreter", path === "" ? undefined : [path], vscode.ConfigurationTarget.Global);
    }
}

/** Shows that no Python was found, and offers ways to solve it. */
export async function showNoPython(restart: () => Promise<void>, showLog: () => void): Promise<void> {
    const setting = vscode.workspace.getConfiguration("reslint").get<string[]>("interpreter", [])[0];
    const choose = vscode.l10n.t("Choose a Python…");
    const get = vscode.l10n.t("Get Python");
    const retry = vscode.l10n.t("Try again");
    const log = vscode.l10n.t("Show the log");
    const answer = await vscode.window.showWarningMessage(
        setting === undefined
            ? vscode.l10n.t("reslint needs Python 3.11 to 3.14 and did not find it on this computer. Nothing else needs to be installed.")
            : vscode.l10n.t("reslint cannot run with the Python in the settings ({0}). It needs Python 3.11 to 3.14.", setting),
        choose, get, retry, log,
    );
    switch (answer) {
        case choose:
            await selectInterpreter();
            break;
        case get:
            await vscode.env.openExternal(vscode.Uri.parse(DOWNLOADS));
            break;
        case retry:
            await restart();
            break;
        case log:
            showLog();
            break;
        case undefined:
            break;
    }
}

async function browseFor(): Promise<string | undefined> {
    const files = await vscode.window.showOpenDialog({
        canSelectMany: false,
        title: vscode.l10n.t("The Python that runs reslint"),
    });
    return files?.[0]?.fsPath;
}
