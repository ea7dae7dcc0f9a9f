/** The session: the server, its user interface and the commands. Opened with the first draft. */
import * as vscode from "vscode";
import { chooseLanguage, chooseOrgan, chooseProfile } from "./commands/choosing";
import { createDraft, exportHtml, showOutline } from "./commands/drafting";
import { explainRule } from "./commands/explaining";
import { checkDrafts } from "./commands/folders";
import { FirstSteps, showPicture } from "./commands/firstSteps";
import { fixDrafts } from "./commands/folderFixes";
import { fixAll, toggleFixOnSave } from "./commands/fixing";
import { LabelContext, moveLevel } from "./commands/levels";
import type { CommandName } from "./commands/names";
import { showNoPython, selectInterpreter } from "./commands/pythons";
import { openCitation, revealRange } from "./commands/revealing";
import { openCounterpart } from "./commands/versions";
import { Pages } from "./documents/pages";
import { isDraft } from "./drafts/watching";
import { ResolutionView } from "./resolution/view";
import type { Markup } from "./preview/plugin";
import { preview } from "./server/protocol";
import { Server } from "./server/server";
import { StatusItem } from "./status/item";
import { showMenu } from "./status/menu";
import { StatusStore } from "./status/store";
import { Scrolling } from "./versions/scrolling";

/** Opens the session and starts the server; `reason` is for the log. */
export function openSession(context: vscode.ExtensionContext, reason: string): Session {
    return new Session(context, reason);
}

export class Session {
    readonly log = vscode.window.createOutputChannel("reslint", { log: true });
    readonly server: Server;
    readonly statuses = new StatusStore();
    readonly view: ResolutionView;
    private readonly pages = new Pages();
    private readonly scrolling: Scrolling;
    private readonly firstSteps: FirstSteps;

    constructor(private readonly context: vscode.ExtensionContext, reason: string) {
        this.log.info(`opened for ${reason}`);
        this.firstSteps = new FirstSteps(context);
        this.server = new Server(context, this.log, () => { this.firstSteps.done("fix"); });
        this.view = new ResolutionView(this.server, this.statuses);
        this.scrolling = new Scrolling(this.server);
        context.subscriptions.push(
            this.log,
            this.server,
            this.statuses,
            this.view,
            this.pages,
            this.scrolling,
            new LabelContext(),
            new StatusItem(this.server, this.statuses),
            this.server.onStatus((status) => {
                this.statuses.receive(status);
                if (status.state === "checked") {
                    this.firstSteps.done("draft");
                }
            }),
            this.server.onDidChangeState((state) => { this.serverStateChanged(state); }),
            this.statuses.onDidChange(() => { this.updateContext(); }),
            vscode.window.onDidChangeActiveTextEditor(() => { this.updateContext(); }),
            vscode.workspace.onDidCloseTextDocument((document) => {
                this.statuses.forget(document);
                this.server.forget(document.uri);
            }),
        );
        void vscode.commands.executeCommand("setContext", "reslint.draftsSeen", true);
        this.updateContext();
        void this.server.start();
        void this.firstSteps.openOnFirstUse();
    }

    /** Runs a command of the extension. */
    async run(name: CommandName, parameters: unknown[]): Promise<void> {
        const { server, pages } = this;
        const [first, second] = parameters;
        switch (name) {
            case "checkDrafts": return checkDrafts(server, first);
            case "fixDrafts": return fixDrafts(server, first);
            case "fixAll": return fixAll();
            case "explainRule": return explainRule(server, pages, first);
            case "showOutline": return showOutline(server, pages);
            case "newDraft": return createDraft(server);
            case "exportHtml": return exportHtml(server);
            case "chooseLanguage": return chooseLanguage(server);
            case "chooseOrgan": return chooseOrgan(server);
            case "chooseProfile": return chooseProfile(server);
            case "showMenu": return showMenu(server, this.statuses);
            case "selectInterpreter": return selectInterpreter();
            case "fixOnSave": return toggleFixOnSave();
            case "restart": return server.restart();
            case "refreshResolution": return this.view.refresh();
            case "showOnlyFindings": return this.view.showOnlyFindings(true);
            case "showAllRows": return this.view.showOnlyFindings(false);
            case "revealRange": return revealRange(first, second);
            case "openCounterpart": return openCounterpart(server, this.scrolling, first);
            case "levelIn": return moveLevel(server, 1);
            case "levelOut": return moveLevel(server, -1);
            case "openCitation": return openCitation(first);
            case "showLog":
                this.log.show();
                return;
            case "openSettings":
                await vscode.commands.executeCommand("workbench.action.openSettings", "@ext:reslint.reslint");
                return;
            case "openWalkthrough": return this.firstSteps.open(false);
            case "showPicture": return showPicture(this.context, first);
        }
    }

    /** The markup of a document as it is printed; none for a text that is no draft. */
    async markup(uri: vscode.Uri): Promise<Markup | undefined> {
        const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
        if (document === undefined) {
            return undefined;
        }
        const text = document.getText();
        const made = await this.server.ask(preview, { textDocument: { uri: uri.toString() } });
        return { text, html: made?.html };
    }

    async close(): Promise<void> {
        await this.server.stop();
    }

    private serverStateChanged(state: Server["state"]): void {
        if (state === "ready") {
            this.firstSteps.done("python");
        }
        if (state !== "ready") {
            this.statuses.clear();
        }
        if (state === "noPython") {
            void showNoPython(() => this.server.restart(), () => { this.log.show(); });
        } else if (state === "failed") {
            void this.showFailed();
        }
    }

    private async showFailed(): Promise<void> {
        const restart = vscode.l10n.t("Restart");
        const log = vscode.l10n.t("Show the log");
        const answer = await vscode.window.showErrorMessage(
            vscode.l10n.t("reslint stopped several times; drafts are no longer checked."),
            restart,
            log,
        );
        if (answer === restart) {
            await this.server.restart();
        } else if (answer === log) {
            this.log.show();
        }
    }

    /** Sets the context that menus and key bindings use: whether the active text is a draft. */
    private updateContext(): void {
        const document = vscode.window.activeTextEditor?.document;
        const status = this.statuses.of(document);
        const draft = document !== undefined && (status === undefined ? isDraft(document) : status.state !== "silent");
        void vscode.commands.executeCommand("setContext", "reslint.isDraft", draft);
    }
}
