/** How rows with findings look: coloured, with the number of findings at their end. */
import * as vscode from "vscode";
import type { Counts } from "../server/protocol";
import { countsText } from "../status/names";

const SCHEME = "reslint-row";

/** The URI that carries a row's findings to its marks. */
export function markedUri(id: string, findings: Counts): vscode.Uri {
    return vscode.Uri.from({ scheme: SCHEME, path: `/${id}`, query: JSON.stringify(findings) });
}

export class Marks implements vscode.FileDecorationProvider {
    provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
        if (uri.scheme !== SCHEME) {
            return undefined;
        }
        const counts = JSON.parse(uri.query) as Counts;
        const all = counts.error + counts.warning + counts.info + counts.hint;
        if (all === 0) {
            return undefined;
        }
        const colour =
            counts.error > 0
                ? "list.errorForeground"
                : counts.warning > 0
                  ? "list.warningForeground"
                  : "editorInfo.foreground";
        // Two characters are all that fits.
        return new vscode.FileDecoration(all > 99 ? "99" : `${all}`, countsText(counts), new vscode.ThemeColor(colour));
    }
}
