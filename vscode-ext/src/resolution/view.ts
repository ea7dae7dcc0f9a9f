/** The view "Resolution" in the side bar. */
import * as vscode from "vscode";
import { isReadable } from "../drafts/watching";
import { outline, type Outline } from "../server/protocol";
import type { Server } from "../server/server";
import { languageName, organName } from "../status/names";
import type { StatusStore } from "../status/store";
import { iconOf, Marks, markedUri } from "./marks";
import { rowAtLine, rowsOf, withFindings, type Row } from "./nodes";

/** Wait after the last change, in milliseconds, so that the tree does not move while someone types. */
const PAUSE = 250;

export class ResolutionView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
    private readonly changed = new vscode.EventEmitter<undefined>();
    private readonly tree: vscode.TreeView<Row>;
    private readonly subscriptions: vscode.Disposable[];
    private rows: readonly Row[] = [];
    private onlyFindings = false;
    private received: Outline | undefined;
    private document: vscode.TextDocument | undefined;
    private waiting: NodeJS.Timeout | undefined;
    private following: NodeJS.Timeout | undefined;
    /** The number of the last request, so that only its answer is shown. */
    private asked = 0;

    readonly onDidChangeTreeData = this.changed.event;

    constructor(
        private readonly server: Server,
        private readonly statuses: StatusStore,
    ) {
        this.tree = vscode.window.createTreeView("reslint.resolution", { treeDataProvider: this, showCollapseAll: true });
        this.subscriptions = [
            this.changed,
            this.tree,
            vscode.window.registerFileDecorationProvider(new Marks()),
            statuses.onDidChange((status) => {
                const active = vscode.window.activeTextEditor?.document;
                if (status.state !== "checking" && this.statuses.of(active)?.uri === status.uri) {
                    this.refreshSoon();
                }
            }),
            server.onDidChangeState(() => { this.refreshSoon(); }),
            vscode.window.onDidChangeActiveTextEditor((editor) => {
                // The view keeps its draft while the focus is in the log, the settings or the view.
                if (editor !== undefined && isReadable(editor.document)) {
                    this.refreshSoon();
                }
            }),
            vscode.workspace.onDidCloseTextDocument((document) => {
                if (document === this.document) {
                    this.refreshSoon();
                }
            }),
            vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
                if (textEditor.document === this.document) {
                    this.followSoon();
                }
            }),
            this.tree.onDidChangeVisibility(({ visible }) => {
                if (visible) {
                    void this.refresh();
                }
            }),
        ];
    }

    dispose(): void {
        clearTimeout(this.waiting);
        clearTimeout(this.following);
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    getChildren(row?: Row): readonly Row[] & Row[] {
        return [...(row?.children ?? this.rows)];
    }

    getParent(row: Row): Row | undefined {
        return row.parent;
    }

    getTreeItem(row: Row): vscode.TreeItem {
        const state =
            row.children.length === 0
                ? vscode.TreeItemCollapsibleState.None
                : row.open
                  ? vscode.TreeItemCollapsibleState.Expanded
                  : vscode.TreeItemCollapsibleState.Collapsed;
        const item = new vscode.TreeItem(row.label, state);
        item.id = row.id;
        item.description = row.description;
        item.tooltip = row.tooltip;
        item.iconPath = iconOf(row);
        item.resourceUri = markedUri(row);
        if (row.link !== undefined) {
            item.contextValue = "citation.link";
        }
        if (row.range !== undefined && this.document !== undefined) {
            item.command = {
                command: "reslint.revealRange",
                title: vscode.l10n.t("Show in the draft"),
                arguments: [this.document.uri, row.range],
            };
        }
        return item;
    }

    /** Requests the outline again and shows it. */
    async refresh(): Promise<void> {
        if (!this.tree.visible) {
            return;
        }
        const asked = this.nextQuestion();
        const document = this.pick();
        const status = this.statuses.of(document);
        const received =
            document === undefined || status === undefined || status.state === "silent" || this.server.state !== "ready"
                ? undefined
                : await this.server.ask(outline, { textDocument: { uri: document.uri.toString() } });
        if (!this.isLast(asked)) {
            return;
        }
        this.document = received === undefined ? undefined : document;
        this.received = received;
        this.show();
    }

    /** Shows only the rows with findings and those that hold them, or all rows. */
    async showOnlyFindings(only: boolean): Promise<void> {
        this.onlyFindings = only;
        await vscode.commands.executeCommand("setContext", "reslint.onlyFindings", only);
        this.show();
    }

    private show(): void {
        const { received } = this;
        const all = received === undefined ? [] : rowsOf(received, (text, ...parameters) => vscode.l10n.t(text, ...parameters));
        this.rows = this.onlyFindings ? withFindings(all) : all;
        this.tree.description = received === undefined ? "" : headline(received);
        this.tree.message = received !== undefined && this.onlyFindings && this.rows.length === 0 ? vscode.l10n.t("no findings") : "";
        this.changed.fire(undefined);
        this.followSoon();
    }

    /** The draft of the active editor, or else the previous one if it is still visible. */
    private pick(): vscode.TextDocument | undefined {
        const active = vscode.window.activeTextEditor?.document;
        if (active !== undefined && isReadable(active)) {
            return active;
        }
        return vscode.window.visibleTextEditors.find(({ document }) => document === this.document)?.document;
    }

    private nextQuestion(): number {
        this.asked += 1;
        return this.asked;
    }

    private isLast(question: number): boolean {
        return question === this.asked;
    }

    private refreshSoon(): void {
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => void this.refresh(), PAUSE);
    }

    private followSoon(): void {
        clearTimeout(this.following);
        this.following = setTimeout(() => {
            this.follow();
        }, PAUSE);
    }

    /** Selects the row of the paragraph that the cursor is in. */
    private follow(): void {
        const editor = vscode.window.activeTextEditor;
        const wanted = vscode.workspace.getConfiguration("reslint").get<boolean>("followCursor", true);
        if (!wanted || !this.tree.visible || editor === undefined || editor.document !== this.document) {
            return;
        }
        const row = rowAtLine(this.rows, editor.selection.active.line);
        if (row !== undefined && this.tree.selection[0] !== row) {
            void this.tree.reveal(row, { select: true, focus: false });
        }
    }
}

function headline(received: Outline): string {
    return [
        received.symbol,
        received.language ? languageName(received.language) : undefined,
        received.organ ? organName(received.organ) : undefined,
    ]
        .filter(Boolean)
        .join(", ");
}
