/** Finds the Python that runs the server. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { ask, unfitness, versionOf, type Interpreter, type PythonCommand, type Reason } from "./interpreter";
import type { Memory } from "./memory";
import { usualPlaces, type Machine } from "./places";
import { chosenInPythonExtension } from "./pythonExtension";

/** A Python that was examined. */
interface Looked {
    /** Undefined if it could not be started. */
    readonly interpreter: Interpreter | undefined;
    /** Why it cannot be used; undefined if it can. */
    readonly against: string | undefined;
}

/** What an interpreter must fulfil: it fits the bundled packages, or has reslint installed. */
export type Demand = (interpreter: Interpreter) => Reason | undefined;

/** It must fit the bundled packages: a package with a Python of its own has those of one version. */
export const fitsBundle: Demand = (interpreter) =>
    unfitness(interpreter, process.arch)
    ?? (existsSync(bundled(`cp${interpreter.version.slice(0, 2).join("")}`)) ? undefined : "notBundled");

/** Its environment must contain reslint and what the server needs. */
export const hasOwnReslint: Demand = (interpreter) =>
    interpreter.ownReslint === "" ? "withoutReslint" : undefined;

/**
 * The first Python that meets `demand`: the one in the settings (if set, no other is tried), that of the
 * package, the one chosen in the Python extension, or one in the usual places. One that `memory` knows is not asked.
 */
export async function findPython(demand: Demand, log?: vscode.LogOutputChannel, memory?: Memory): Promise<Interpreter | undefined> {
    for await (const command of candidates(demand)) {
        const known = memory?.recall(command);
        const { interpreter, against } = known !== undefined && demand(known) === undefined
            ? { interpreter: known, against: undefined }
            : await look(command, demand);
        if (interpreter !== undefined && against === undefined) {
            log?.info(`Python ${versionOf(interpreter)}: ${command.join(" ")}${known === undefined ? "" : " (known)"}`);
            if (known === undefined) {
                await memory?.remember(interpreter);
            }
            return interpreter;
        }
        log?.info(`not usable: ${command.join(" ")} (${against ?? ""})`);
    }
    return undefined;
}

/** All Pythons on this machine, each listed once; unusable ones come last. */
export async function allPythons(demand: Demand): Promise<{ interpreter: Interpreter; against: string | undefined }[]> {
    const commands: PythonCommand[] = ownPython();
    const chosen = await chosenInPythonExtension();
    if (chosen !== undefined) {
        commands.push(chosen);
    }
    commands.push(...usualPlaces(thisMachine));
    const looked = await Promise.all(commands.map((command) => look(command, demand)));
    const distinct = new Map<string, { interpreter: Interpreter; against: string | undefined }>();
    for (const { interpreter, against } of looked) {
        // Skip what cannot be started (a shim of a version that is not active).
        if (interpreter !== undefined) {
            const key = `${interpreter.prefix} ${versionOf(interpreter)}`;
            distinct.set(key, distinct.get(key) ?? { interpreter, against });
        }
    }
    const all = [...distinct.values()];
    return [...all.filter(({ against }) => against === undefined), ...all.filter(({ against }) => against !== undefined)];
}

function reasonText(reason: Reason, version: string): string {
    switch (reason) {
        case "tooOld":
            return vscode.l10n.t("Python {0} is too old", version);
        case "tooNew":
            return vscode.l10n.t("Python {0} is newer than this version of reslint supports", version);
        case "withoutReslint":
            return vscode.l10n.t("no reslint with the extra “server” in its environment");
        case "implementation":
            return vscode.l10n.t("not CPython");
        case "architecture":
            return vscode.l10n.t("built for another processor");
        case "freeThreaded":
            return vscode.l10n.t("a free-threaded build");
        case "musl":
            return vscode.l10n.t("built with musl");
        case "notBundled":
            return vscode.l10n.t("this package of reslint has a Python of its own and nothing for Python {0}", version);
    }
}

async function* candidates(demand: Demand): AsyncGenerator<PythonCommand> {
    const [program, ...first] = vscode.workspace.getConfiguration("reslint").get<string[]>("interpreter", []);
    if (program !== undefined && program !== "") {
        yield [expandHome(program), ...first];
        return;
    }
    if (demand === fitsBundle) {
        yield* ownPython();
    }
    const chosen = await chosenInPythonExtension();
    if (chosen !== undefined) {
        yield chosen;
    }
    yield* usualPlaces(thisMachine);
}

/** The Python in the package, if there is one. */
function ownPython(): PythonCommand[] {
    const path = bundled("python", ...(process.platform === "win32" ? ["python.exe"] : ["bin", "python3"]));
    return existsSync(path) ? [[path]] : [];
}

/** A path in the folder of the bundled packages. */
function bundled(...parts: readonly string[]): string {
    return join(vscode.extensions.getExtension("reslint.reslint")?.extensionPath ?? "", "bundled", ...parts);
}

async function look(command: PythonCommand, demand: Demand): Promise<Looked> {
    if (!isAbsolute(command[0])) {
        return { interpreter: undefined, against: vscode.l10n.t("not an absolute path") };
    }
    try {
        const interpreter = await ask(command, demand === hasOwnReslint);
        const reason = demand(interpreter);
        return { interpreter, against: reason && reasonText(reason, versionOf(interpreter)) };
    } catch (error) {
        return { interpreter: undefined, against: error instanceof Error ? error.message : String(error) };
    }
}

const thisMachine: Machine = {
    platform: process.platform,
    environment: process.env,
    home: homedir(),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
    names: (folder) => {
        try {
            return readdirSync(folder);
        } catch {
            return [];
        }
    },
};

function expandHome(path: string): string {
    return path.startsWith("~/") ? homedir() + path.slice(1) : path;
}
