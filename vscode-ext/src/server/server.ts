/** Finds, starts, stops and restarts the language server. */
import { mkdir } from "node:fs/promises";
import * as vscode from "vscode";
import {
    DidChangeConfigurationNotification,
    ExecuteCommandRequest,
    LanguageClient,
    RevealOutputChannelOn,
    State,
    type RequestType,
} from "vscode-languageclient/node";
import { SELECTOR } from "../drafts/watching";
import { findPython, fitsBundle, hasOwnReslint, type Demand } from "../python/finding";
import { Memory } from "../python/memory";
import { versionOf, type Interpreter } from "../python/interpreter";
import { serverCommand, type Origin } from "./command";
import { Crashes } from "./crashes";
import { cursors, OPEN_RULE_PAGE, SET_DOCUMENT, status, type Choice, type DraftStatus } from "./protocol";

export type ServerState = "stopped" | "starting" | "ready" | "noPython" | "failed";

const RESTARTING_SETTINGS = ["reslint.interpreter", "reslint.importStrategy"];
const PATIENCE_IN_STOPPING = 2000;

export class Server implements vscode.Disposable {
    private readonly stateChanged = new vscode.EventEmitter<ServerState>();
    private readonly statusReceived = new vscode.EventEmitter<DraftStatus>();
    private readonly subscriptions: vscode.Disposable[] = [this.stateChanged, this.statusReceived];
    private readonly choices = new Map<string, Choice>();
    private readonly memory: Memory;
    private client: LanguageClient | undefined;
    private current: ServerState = "stopped";
    /** Runs starts and stops one after the other. */
    private queue: Promise<void> = Promise.resolve();

    readonly onDidChangeState = this.stateChanged.event;
    readonly onStatus = this.statusReceived.event;
    /** The Python that runs the server, for the log and the menu. */
    running: { readonly interpreter: Interpreter; readonly origin: Origin } | undefined;

    constructor(
        private readonly context: vscode.ExtensionContext,
        private readonly log: vscode.LogOutputChannel,
        /** Called whenever a fix is about to be made. */
        private readonly fixing: () => void,
    ) {
        this.memory = new Memory(context.globalState);
        this.subscriptions.push(
            vscode.workspace.onDidChangeConfiguration((change) => {
                if (RESTARTING_SETTINGS.some((key) => change.affectsConfiguration(key))) {
                    void this.restart();
                } else if (change.affectsConfiguration("reslint") && this.client?.state === State.Running) {
                    void this.client.sendNotification(DidChangeConfigurationNotification.type, { settings: { reslint: settings() } });
                }
            }),
            vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
        );
    }

    get state(): ServerState {
        return this.current;
    }

    /** Starts the server if it is not running. */
    start(): Promise<void> {
        return this.enqueue(async () => {
            if (this.client === undefined) {
                await this.launch();
            }
        });
    }

    /** Restarts the server. */
    restart(): Promise<void> {
        return this.enqueue(async () => {
            await this.memory.forget();
            await this.shutDown();
            await this.launch();
        });
    }

    stop(): Promise<void> {
        return this.enqueue(() => this.shutDown());
    }

    dispose(): void {
        vscode.Disposable.from(...this.subscriptions).dispose();
    }

    /** Sends a request to the server; undefined without an answer (no server, no such document). */
    async ask<P, R>(type: RequestType<P, R | null, void>, parameters: P): Promise<R | undefined> {
        await this.start();
        if (this.client?.state !== State.Running) {
            return undefined;
        }
        return (await this.client.sendRequest<R | null>(type.method, parameters)) ?? undefined;
    }

    /** Runs a command of the server and returns its result. */
    async execute(command: string, ...parameters: unknown[]): Promise<unknown> {
        await this.start();
        if (this.client?.state !== State.Running) {
            return undefined;
        }
        return this.client.sendRequest(ExecuteCommandRequest.type, { command, arguments: parameters });
    }

    /** Sets language, organ or profile of one document, until it is closed. */
    async choose(uri: vscode.Uri, choice: Choice): Promise<void> {
        const key = uri.toString();
        this.choices.set(key, { ...this.choices.get(key), ...choice });
        await this.execute(SET_DOCUMENT, key, this.choices.get(key));
    }

    /** What was chosen for a document. */
    choiceOf(uri: vscode.Uri): Choice {
        return this.choices.get(uri.toString()) ?? {};
    }

    /** Forgets what was chosen for a document. */
    forget(uri: vscode.Uri): void {
        this.choices.delete(uri.toString());
    }

    private enqueue(step: () => Promise<void>): Promise<void> {
        this.queue = this.queue.then(step).catch((error: unknown) => {
            this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
            this.become("failed");
        });
        return this.queue;
    }

    private async launch(): Promise<void> {
        this.become("starting");
        const chosen = await this.chooseInterpreter();
        if (chosen === undefined) {
            this.become("noPython");
            return;
        }
        this.running = chosen;
        const client = await this.makeClient(chosen.interpreter, chosen.origin);
        this.client = client;
        try {
            await client.start();
        } catch (error) {
            this.client = undefined;
            throw error;
        }
    }

    private async shutDown(): Promise<void> {
        const { client } = this;
        this.client = undefined;
        this.running = undefined;
        if (client !== undefined) {
            try {
                await client.dispose(PATIENCE_IN_STOPPING);
            } catch (error) {
                this.log.warn(`stopping the server: ${String(error)}`);
            }
        }
        this.become("stopped");
    }

    /** The Python to use, and whether it runs the bundled reslint or its own. */
    private async chooseInterpreter(): Promise<{ interpreter: Interpreter; origin: Origin } | undefined> {
        const strategy = vscode.workspace.getConfiguration("reslint").get<string>("importStrategy", "useBundled");
        const tries: [Demand, Origin][] = [
            [fitsBundle, "bundled"],
            // Also tried if no Python fits the bundled packages: one may have reslint installed.
            [hasOwnReslint, "environment"],
        ];
        if (strategy === "fromEnvironment") {
            tries.reverse();
        }
        for (const [demand, origin] of tries) {
            // What an environment has installed changes without its files.
            const interpreter = await findPython(demand, this.log, origin === "bundled" ? this.memory : undefined);
            if (interpreter !== undefined) {
                if (strategy === "fromEnvironment" && origin === "bundled") {
                    this.log.warn("no Python has reslint installed with the extra “server”: the bundled one runs");
                }
                this.log.info(`reslint ${origin === "bundled" ? "of the extension" : interpreter.ownReslint}, Python ${versionOf(interpreter)}`);
                return { interpreter, origin };
            }
        }
        return undefined;
    }

    private async makeClient(interpreter: Interpreter, origin: Origin): Promise<LanguageClient> {
        const storage = this.context.globalStorageUri;
        // Not by the editor's own interface, which waits for a window that is still being built.
        await mkdir(storage.fsPath, { recursive: true });
        const launcher = vscode.Uri.joinPath(this.context.extensionUri, "python", "launch.py").fsPath;
        const { program, parameters } = serverCommand(interpreter, origin, launcher);
        const client = new LanguageClient(
            "reslint",
            "reslint",
            // Not in the workspace, so that nothing there is run by accident.
            { command: program, args: [...parameters], options: { cwd: storage.fsPath } },
            {
                documentSelector: SELECTOR,
                outputChannel: this.log,
                revealOutputChannelOn: RevealOutputChannelOn.Never,
                diagnosticCollectionName: "reslint",
                initializationOptions: {
                    settings: settings(),
                    trusted: vscode.workspace.isTrusted,
                    globalStoragePath: storage.fsPath,
                    hoverMessages: false,
                },
                middleware: {
                    // Fix on save leaves alone what is being written: the server does not see the cursors.
                    provideCodeActions: async (document, range, context, token, next) => {
                        if (context.only !== undefined) {
                            await this.tellCursors(document);
                        }
                        return next(document, range, context, token);
                    },
                    provideDocumentFormattingEdits: async (document, options, token, next) => {
                        await this.tellCursors(document);
                        return next(document, options, token);
                    },
                    resolveCodeAction: (action, token, next) => {
                        // The editor resolves an action when it is about to make its edit.
                        this.fixing();
                        return next(action, token);
                    },
                    executeCommand: async (command, parameters, next): Promise<unknown> =>
                        // The page of a rule is shown as a preview, not as a file.
                        command === OPEN_RULE_PAGE
                            ? await vscode.commands.executeCommand("reslint.explainRule", ...(parameters as unknown[]))
                            : ((await next(command, parameters)) as unknown),
                },
                errorHandler: new Crashes(() => {
                    this.become("failed");
                }),
                initializationFailedHandler: (error) => {
                    this.log.error(String(error));
                    return false;
                },
            },
        );
        client.onDidChangeState(({ newState }) => {
            if (client === this.client) {
                this.clientStateChanged(newState);
            }
        });
        client.onNotification(status, (received) => {
            this.statusReceived.fire(received);
        });
        return client;
    }

    private async tellCursors(document: vscode.TextDocument): Promise<void> {
        const positions = vscode.window.visibleTextEditors
            .filter((editor) => editor.document === document)
            .flatMap(({ selections }) => selections.map(({ active: { line, character } }) => ({ line, character })));
        await this.client?.sendNotification(cursors, { textDocument: { uri: document.uri.toString() }, positions });
    }

    private clientStateChanged(state: State): void {
        if (state === State.Running) {
            this.become("ready");
            // A new server does not know earlier choices.
            for (const [uri, choice] of this.choices) {
                void this.client?.sendRequest(ExecuteCommandRequest.type, { command: SET_DOCUMENT, arguments: [uri, choice] });
            }
        } else if (this.current !== "failed") {
            this.become(state === State.Starting ? "starting" : "stopped");
        }
    }

    private become(state: ServerState): void {
        if (state !== this.current) {
            this.current = state;
            this.log.debug(`server: ${state}`);
            this.stateChanged.fire(state);
        }
    }
}

/** The settings of the section `reslint`, as plain values. */
function settings(): unknown {
    return JSON.parse(JSON.stringify(vscode.workspace.getConfiguration("reslint")));
}
