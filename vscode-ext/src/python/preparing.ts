/**
 * Prepares the first draft while nothing else is to be done: finds a Python, and lets it compile the
 * bundled packages. Once for each version of the extension; a draft that is opened before does not wait.
 */
import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import * as vscode from "vscode";
import { findPython, fitsBundle } from "./finding";
import { Memory } from "./memory";

const KEY = "reslint.prepared";

/** Ends with the exit code of the compilation; undefined if nothing was to be done, or nothing could be. */
export async function prepare(context: vscode.ExtensionContext): Promise<number | undefined> {
    const { globalState, extension } = context;
    const { version } = extension.packageJSON as { version: string };
    if (globalState.get(KEY) === version) {
        return undefined;
    }
    const interpreter = await findPython(fitsBundle, undefined, new Memory(globalState));
    if (interpreter === undefined) {
        return undefined;
    }
    const launcher = vscode.Uri.joinPath(context.extensionUri, "python", "launch.py").fsPath;
    const code = await new Promise<number | undefined>((resolve) => {
        const child = spawn(interpreter.executable, ["-I", "-S", "-X", "utf8", launcher, "--compile"], {
            stdio: "ignore",
            windowsHide: true,
        });
        child.once("spawn", () => {
            try {
                setPriority(child.pid ?? 0, constants.priority.PRIORITY_LOW);
            } catch {
                // It has ended already, or may not be changed.
            }
        });
        child.once("error", () => { resolve(undefined); });
        child.once("exit", (status) => { resolve(status ?? undefined); });
    });
    if (code === 0) {
        await globalState.update(KEY, version);
    }
    return code;
}
