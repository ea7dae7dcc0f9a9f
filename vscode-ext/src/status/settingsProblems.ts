/** The errors that the server found in settings files, house rules and registries. */
import * as vscode from "vscode";

export interface SettingsProblem {
    readonly uri: vscode.Uri;
    readonly range: vscode.Range;
    readonly message: string;
}

/** The errors that are shown now, in the order of their files and lines. */
export function settingsProblems(): SettingsProblem[] {
    return vscode.languages
        .getDiagnostics()
        .filter(([uri]) => decides(uri))
        .flatMap(([uri, found]) =>
            found
                .filter(({ source }) => source === "reslint")
                .map(({ range, message }) => ({ uri, range, message }))
                .sort((one, other) => one.range.start.compareTo(other.range.start)),
        );
}

/** Whether a change of the findings in `uris` may be one of these errors. */
export function mayBeSettings(uris: readonly vscode.Uri[]): boolean {
    return uris.some(decides);
}

/** Opens the file at the error. */
export async function openProblem({ uri, range }: SettingsProblem): Promise<void> {
    await vscode.window.showTextDocument(uri, { selection: range });
}

/** Whether a file decides on findings in drafts, by the ending of its name. */
function decides(uri: vscode.Uri): boolean {
    return /\.(?:ya?ml|toml|tsv)$/i.test(uri.path);
}
