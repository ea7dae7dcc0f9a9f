/**
 * The entry point that VS Code loads when a Markdown or text file is opened. It is small: the language
 * client and the server are loaded with the first draft or the first command.
 */
import * as vscode from "vscode";
import { COMMANDS } from "./commands/names";
import { whenFirstDraft } from "./drafts/watching";
import { PreviewMarkup, showDrafts, type MarkdownIt } from "./preview/plugin";
import { prepare } from "./python/preparing";
import type { Session } from "./session";

/** What tests of the extension use. */
export interface Api {
    /** How long `activate` took, in milliseconds. */
    readonly activation: number;
    /** Settled when the documents that were open at activation have been examined. */
    readonly looked: Promise<unknown>;
    /** Settled when the first draft is prepared, or a draft is open already. */
    readonly prepared: Promise<unknown>;
    /** The session, if a draft or a command has opened one. */
    session(): Session | undefined;
    /** Called by the Markdown preview of VS Code. */
    extendMarkdownIt(md: MarkdownIt): MarkdownIt;
}

let session: Session | undefined;

export function activate(context: vscode.ExtensionContext): Api {
    const started = performance.now();
    const opened = (reason: string): Session => {
        session ??= openSession(context, reason);
        return session;
    };
    const markup = new PreviewMarkup(async (uri) => session?.markup(uri));
    const watch = whenFirstDraft((document) => opened(document.uri.toString()));
    context.subscriptions.push(
        watch,
        // Findings change with the draft, and with the settings.
        vscode.languages.onDidChangeDiagnostics(({ uris }) => {
            for (const uri of uris) {
                if (markup.has(uri)) {
                    void markup.refresh(uri);
                }
            }
        }),
        vscode.workspace.onDidCloseTextDocument(({ uri }) => { markup.forget(uri); }),
        ...COMMANDS.map((name) =>
            vscode.commands.registerCommand(`reslint.${name}`, (...parameters: unknown[]) =>
                opened(`the command ${name}`).run(name, parameters),
            ),
        ),
    );
    const extendMarkdownIt = (md: MarkdownIt): MarkdownIt => {
        showDrafts(md, (uri) => markup.of(uri));
        return md;
    };
    const prepared = watch.looked.then(() => session === undefined ? prepare(context) : undefined);
    return { activation: performance.now() - started, looked: watch.looked, prepared, session: () => session, extendMarkdownIt };
}

export async function deactivate(): Promise<void> {
    await session?.close();
    session = undefined;
}

function openSession(context: vscode.ExtensionContext, reason: string): Session {
    // A separate file (scripts/build.mjs), loaded only here.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const loaded = require("./session.js") as typeof import("./session");
    return loaded.openSession(context, reason);
}
