/** The last status that the server sent for each open document. */
import * as vscode from "vscode";
import type { DraftStatus } from "../server/protocol";

export class StatusStore implements vscode.Disposable {
    private readonly statuses = new Map<string, DraftStatus>();
    private readonly changed = new vscode.EventEmitter<DraftStatus>();
    readonly onDidChange = this.changed.event;

    /** Stores a new status. While a text is checked again, the previous counts are kept. */
    receive(status: DraftStatus): void {
        const key = keyOf(status.uri);
        const before = this.statuses.get(key);
        this.statuses.set(
            key,
            status.state === "checking" && before !== undefined
                ? { ...before, state: "checking", version: status.version }
                : status,
        );
        this.changed.fire(status);
    }

    of(document: vscode.TextDocument | undefined): DraftStatus | undefined {
        return document && this.statuses.get(document.uri.toString());
    }

    forget(document: vscode.TextDocument): void {
        this.statuses.delete(document.uri.toString());
    }

    clear(): void {
        this.statuses.clear();
    }

    dispose(): void {
        this.changed.dispose();
    }
}

/** The URI as this editor writes it; a server may escape different characters. */
function keyOf(uri: string): string {
    return vscode.Uri.parse(uri).toString();
}
