/** The status bar item: language and organ of the draft, and its findings. */
import * as vscode from "vscode";
import { isReadable } from "../drafts/watching";
import type { DraftStatus } from "../server/protocol";
import type { Server } from "../server/server";
import { countsText, languageName, organName } from "./names";
import { mayBeSettings, settingsProblems } from "./settingsProblems";
import type { StatusStore } from "./store";

/** A check that takes longer than this, in milliseconds, is shown as running. */
const SHOWN_AFTER = 400;

interface Face {
    readonly text: string;
    readonly tooltip: string;
    readonly warning?: boolean;
}

export class StatusItem implements vscode.Disposable {
    private readonly item = vscode.window.createStatusBarItem("reslint.status", vscode.StatusBarAlignment.Right, 90);
    private readonly subscriptions: vscode.Disposable[];
    private busy: NodeJS.Timeout | undefined;
    private busyShown = false;

    constructor(
        private readonly server: Server,
        private readonly statuses: StatusStore,
    ) {
        this.item.name = "reslint";
        this.item.command = "reslint.showMenu";
        this.subscriptions = [
            this.item,
            server.onDidChangeState(() => { this.show(); }),
            statuses.onDidChange(() => { this.show(); }),
            vscode.window.onDidChangeActiveTextEditor(() => { this.show(); }),
            vscode.languages.onDidChangeDiagnostics(({ uris }) => {
                if (mayBeSettings(uris)) {
                    this.show();
                }
            }),
        ];
        this.show();
    }

    dispose(): void {
        clearTimeout(this.busy);
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    private show(): void {
        const document = vscode.window.activeTextEditor?.document;
        if (document === undefined || !isReadable(document)) {
            this.item.hide();
            return;
        }
        const status = this.statuses.of(document);
        this.watchBusy(status?.state === "checking");
        const face = this.serverFace() ?? withProblems(draftFace(status, this.busyShown));
        this.item.text = face.text;
        this.item.tooltip = face.tooltip;
        this.item.backgroundColor =
            face.warning === true ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
        this.item.accessibilityInformation = { label: `reslint: ${face.tooltip}`, role: "button" };
        this.item.show();
    }

    /** Shows a running check only if it takes long, to avoid flicker on each keystroke. */
    private watchBusy(checking: boolean): void {
        if (!checking) {
            clearTimeout(this.busy);
            this.busy = undefined;
            this.busyShown = false;
        } else {
            this.busy ??= setTimeout(() => {
                this.busyShown = true;
                this.show();
            }, SHOWN_AFTER);
        }
    }

    /** The display for a problem with the server; undefined if it runs. */
    private serverFace(): Face | undefined {
        switch (this.server.state) {
            case "ready":
                return undefined;
            case "starting":
                return { text: "$(loading~spin) reslint", tooltip: vscode.l10n.t("reslint is starting") };
            case "noPython":
                return {
                    text: vscode.l10n.t("$(warning) reslint: no Python"),
                    tooltip: vscode.l10n.t("reslint needs Python 3.11 to 3.14 and did not find it. Click to choose one."),
                    warning: true,
                };
            case "failed":
                return {
                    text: vscode.l10n.t("$(warning) reslint: stopped"),
                    tooltip: vscode.l10n.t("reslint stopped several times. Click to restart it or to see the log."),
                    warning: true,
                };
            case "stopped":
                return { text: "$(circle-slash) reslint", tooltip: vscode.l10n.t("reslint is not running") };
        }
    }
}

function draftFace(status: DraftStatus | undefined, busy: boolean): Face {
    if (status === undefined) {
        return { text: "reslint", tooltip: vscode.l10n.t("reslint is running") };
    }
    if (status.state === "silent") {
        return {
            text: "$(dash) reslint",
            tooltip: vscode.l10n.t("This text was not recognized as a resolution. Click to treat it as one."),
        };
    }
    if (status.state === "error") {
        return {
            text: "$(warning) reslint",
            tooltip: status.message ?? vscode.l10n.t("reslint could not check this text"),
            warning: true,
        };
    }
    const { counts } = status;
    const understood = [status.language?.toUpperCase(), status.organ === "other" ? undefined : status.organ];
    const found = [
        counts.error > 0 ? `$(error) ${counts.error}` : "",
        counts.warning > 0 ? `$(warning) ${counts.warning}` : "",
        counts.info + counts.hint > 0 ? `$(info) ${counts.info + counts.hint}` : "",
    ].filter((part) => part !== "");
    const mark = busy ? "$(loading~spin)" : found.length === 0 ? "$(check)" : "";
    return {
        text: [mark, "reslint", understood.filter(Boolean).join("·"), ...found].filter(Boolean).join(" "),
        tooltip: tooltipOf(status),
    };
}

/** The face with what is wrong in settings files; the menu opens them there. */
function withProblems(face: Face): Face {
    const [first, ...more] = settingsProblems();
    if (first === undefined) {
        return face;
    }
    const place = `${vscode.workspace.asRelativePath(first.uri)}, ${vscode.l10n.t("line {0}", first.range.start.line + 1)}`;
    const named = [vscode.l10n.t("Errors in settings"), vscode.l10n.t("{0}: {1}", place, first.message)];
    const lines = [face.tooltip, ...(face.tooltip.includes(first.message) ? [] : named)];
    return {
        text: face.text.startsWith("$(warning)") ? face.text : `$(warning) ${face.text.replace(/^\$\((?:check|dash)\) /, "")}`,
        tooltip: [...lines, ...(more.length > 0 ? [`+${more.length}`] : [])].join("\n"),
        warning: true,
    };
}

function tooltipOf(status: DraftStatus): string {
    const { language, organ, fixable } = status;
    const lines = [
        [language && languageName(language), organ && organName(organ)].filter(Boolean).join(", "),
        countsText(status.counts) || vscode.l10n.t("no findings"),
        fixable > 0 ? vscode.l10n.t("{0} with a safe fix", fixable) : "",
        status.message ?? "",
    ];
    return lines.filter((line) => line !== "").join("\n");
}
