/** Finds the Python that runs the server. */
import { readdirSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { isAbsolute } from "node:path";
import * as vscode from "vscode";
import { ask, unfitness, versionOf, type Interpreter, type PythonCommand, type Reason } from "./interpreter";
import { usualPlaces, type Machine } from "./places";
import { chosenInPythonExtension } from "./pythonExtension";

/** A Python that was looked at and will not do. */
export interface Rejected {
    readonly command: PythonCommand;
    /** Why: one of the known reasons, or what its start said. */
    readonly reason: Reason | { readonly failed: string };
    readonly version?: string;
}

export interface Found {
    readonly interpreter: Interpreter | undefined;
    readonly rejected: readonly Rejected[];
}

/** What an interpreter must bring: only the packages carried here, or reslint itself. */
export type Demand = (interpreter: Interpreter) => Reason | undefined;

/** The packages carried here must fit it. */
export const fitsBundle: Demand = (interpreter) => unfitness(interpreter, process.arch);

/**
 * The first Python that meets `demand`: the one in the settings (then no other), the one chosen in
 * the Python extension, one in the usual places.
 */
export async function findPython(demand: Demand, log: vscode.LogOutputChannel): Promise<Found> {
    const rejected: Rejected[] = [];
    for await (const command of candidates()) {
        const result = await look(command, demand);
        if ("interpreter" in result) {
            log.info(`Python ${versionOf(result.interpreter)}: ${command.join(" ")}`);
            return { interpreter: result.interpreter, rejected };
        }
        log.info(`not usable: ${command.join(" ")} (${reasonText(result)})`);
        rejected.push(result);
    }
    return { interpreter: undefined, rejected };
}

/** All the Pythons there are, usable or not, for the user to choose from. */
export async function allPythons(demand: Demand): Promise<(Rejected | { interpreter: Interpreter })[]> {
    const commands: PythonCommand[] = [];
    const chosen = await chosenInPythonExtension();
    if (chosen !== undefined) {
        commands.push(chosen);
    }
    commands.push(...usualPlaces(thisMachine));
    const results = await Promise.all(commands.map((command) => look(command, demand)));
    const seen = new Set<string>();
    return results.filter((result) => {
        const key = "interpreter" in result ? result.interpreter.executable : result.command.join(" ");
        return !seen.has(key) && seen.add(key);
    });
}

/** The reason in words. */
export function reasonText(rejected: Rejected): string {
    const { reason, version = "" } = rejected;
    if (typeof reason !== "string") {
        return reason.failed;
    }
    switch (reason) {
        case "tooOld":
            return vscode.l10n.t("Python {0} is too old", version);
        case "tooNew":
            return vscode.l10n.t("Python {0} is newer than this version of reslint knows", version);
        case "implementation":
            return vscode.l10n.t("not CPython");
        case "architecture":
            return vscode.l10n.t("made for another kind of processor");
        case "freeThreaded":
            return vscode.l10n.t("a free-threaded build");
        case "musl":
            return vscode.l10n.t("built with musl");
    }
}

async function* candidates(): AsyncGenerator<PythonCommand> {
    const [program, ...first] = vscode.workspace.getConfiguration("reslint").get<string[]>("interpreter", []);
    if (program !== undefined && program !== "") {
        yield [expandHome(program), ...first];
        return;
    }
    const chosen = await chosenInPythonExtension();
    if (chosen !== undefined) {
        yield chosen;
    }
    yield* usualPlaces(thisMachine);
}

async function look(command: PythonCommand, demand: Demand): Promise<Rejected | { interpreter: Interpreter }> {
    if (!isAbsolute(command[0])) {
        return { command, reason: { failed: vscode.l10n.t("not an absolute path") } };
    }
    let interpreter: Interpreter;
    try {
        interpreter = await ask(command);
    } catch (error) {
        return { command, reason: { failed: error instanceof Error ? error.message : String(error) } };
    }
    const reason = demand(interpreter);
    return reason === undefined ? { interpreter } : { command, reason, version: versionOf(interpreter) };
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
