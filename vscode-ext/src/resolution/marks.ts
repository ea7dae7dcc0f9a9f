/** Marks of rows with findings: a coloured icon and the number of findings. */
import * as vscode from "vscode";
import type { Counts } from "../server/protocol";
import { countsText } from "../status/names";
import { mostSerious, PARAGRAPH, type Row } from "./nodes";

const SCHEME = "reslint-row";

const COLOURS: Readonly<Record<keyof Counts, string>> = {
    error: "list.errorForeground",
    warning: "list.warningForeground",
    info: "editorInfo.foreground",
    hint: "editorInfo.foreground",
};

/** The icon of a row; that of a paragraph shows its most serious finding. */
export function iconOf(row: Row): vscode.ThemeIcon {
    const severity = mostSerious(row.findings);
    if (severity === undefined) {
        return new vscode.ThemeIcon(row.icon);
    }
    const sign = severity === "hint" ? "info" : severity;
    return new vscode.ThemeIcon(row.icon === PARAGRAPH ? sign : row.icon, new vscode.ThemeColor(COLOURS[severity]));
}

/** A URI that passes the findings of a row to its decoration. */
export function markedUri(row: Row): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${row.id}`, query: JSON.stringify(row.findings) });
}

/** Shows the number of findings on each row. */
export class Marks implements vscode.FileDecorationProvider {
    provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
        if (uri.scheme !== SCHEME) {
            return undefined;
        }
        const counts = JSON.parse(uri.query) as Counts;
        const all = counts.error + counts.warning + counts.info + counts.hint;
        // Only two characters fit.
        return all === 0 ? undefined : new vscode.FileDecoration(all > 99 ? "99" : `${all}`, countsText(counts));
    }
}
