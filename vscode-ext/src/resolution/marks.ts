/** How rows with findings look: a coloured icon, and the number of findings at their end. */
import * as vscode from "vscode";
import type { Counts } from "../server/protocol";
import { countsText } from "../status/names";
import { gravest, PARAGRAPH, type Row } from "./nodes";

const SCHEME = "reslint-row";

const COLOURS: Readonly<Record<keyof Counts, string>> = {
    error: "list.errorForeground",
    warning: "list.warningForeground",
    info: "editorInfo.foreground",
    hint: "editorInfo.foreground",
};

/** The icon of a row: a paragraph's says how grave its gravest finding is. */
export function iconOf(row: Row): vscode.ThemeIcon {
    const severity = gravest(row.findings);
    if (severity === undefined) {
        return new vscode.ThemeIcon(row.icon);
    }
    const sign = severity === "hint" ? "info" : severity;
    return new vscode.ThemeIcon(row.icon === PARAGRAPH ? sign : row.icon, new vscode.ThemeColor(COLOURS[severity]));
}

/** The URI that carries a row's findings to its marks. */
export function markedUri(row: Row): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${row.id}`, query: JSON.stringify(row.findings) });
}

/** Gives each row with findings their number. */
export class Marks implements vscode.FileDecorationProvider {
    provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
        if (uri.scheme !== SCHEME) {
            return undefined;
        }
        const counts = JSON.parse(uri.query) as Counts;
        const all = counts.error + counts.warning + counts.info + counts.hint;
        // Two characters are all that fits.
        return all === 0 ? undefined : new vscode.FileDecoration(all > 99 ? "99" : `${all}`, countsText(counts));
    }
}
