/** Reads the properties of a Python and decides whether it can run the server. */
import { execFile } from "node:child_process";

/** A command that starts a Python: the program, then its first arguments. */
export type PythonCommand = readonly [string, ...string[]];

/** The versions of CPython for which the extension bundles compiled packages. */
export const SUPPORTED = { oldest: [3, 11], newest: [3, 14] } as const;

/** The properties of an interpreter. */
export interface Interpreter {
    readonly command: PythonCommand;
    /** The actual program, behind launchers and shims. */
    readonly executable: string;
    /** The folder of its installation or environment, the same for all its names. */
    readonly prefix: string;
    readonly version: readonly [number, number, number];
    /** `cpython` for the usual one. */
    readonly implementation: string;
    /** Node's name of the processor it runs on, such as `x64`; "" if unknown. */
    readonly arch: string;
    /** `linux`, `darwin`, `win32`. */
    readonly platform: string;
    /** Built without the global lock: ordinary compiled packages do not fit. */
    readonly freeThreaded: boolean;
    /** Linux with musl instead of glibc: ordinary compiled packages do not fit. */
    readonly musl: boolean;
    /** The version of reslint in its environment; "" without reslint, without what the server needs, or not asked. */
    readonly ownReslint: string;
}

/** Imports little: each module costs the first draft time. */
const QUESTION = `
import json, os, sys, sysconfig
def own():
    try:
        import importlib.metadata as m
        for needed in ("pygls", "lsprotocol"):
            m.version(needed)
        return m.version("reslint")
    except Exception:
        return ""
def machine():
    if hasattr(os, "uname"):
        return os.uname().machine
    import platform
    return platform.machine()
print(json.dumps({
    "executable": sys.executable, "prefix": sys.prefix, "version": list(sys.version_info[:3]),
    "implementation": sys.implementation.name, "machine": machine(), "platform": sys.platform,
    "bits": 64 if sys.maxsize > 2**32 else 32,
    "freeThreaded": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    "musl": "musl" in (sysconfig.get_config_var("HOST_GNU_TYPE") or ""),
    "ownReslint": own() if sys.argv[1:] == ["own"] else ""}))
`;
const PATIENCE = 10_000;

const ARCHITECTURES: Readonly<Record<string, string>> = {
    x86_64: "x64", amd64: "x64", aarch64: "arm64", arm64: "arm64",
};

/**
 * Reads the properties of the Python behind `command`; of its reslint only if `own` is set. Throws an
 * Error with the reason if it cannot be started or is too old to answer.
 */
export async function ask(command: PythonCommand, own = false): Promise<Interpreter> {
    const [program, ...first] = command;
    const answer = await new Promise<string>((resolve, reject) => {
        execFile(
            program,
            // Isolated: imports nothing from the current folder or the user's variables.
            [...first, "-I", "-X", "utf8", "-c", QUESTION, ...(own ? ["own"] : [])],
            { timeout: PATIENCE, windowsHide: true, encoding: "utf8" },
            (error, stdout, stderr) => {
                if (error === null) {
                    resolve(stdout);
                } else {
                    reject(new Error(lastLine(stderr) ?? error.message));
                }
            },
        );
    });
    const properties = JSON.parse(answer) as Omit<Interpreter, "command" | "arch"> & { machine: string; bits: number };
    return {
        command,
        executable: properties.executable,
        prefix: properties.prefix,
        version: properties.version,
        implementation: properties.implementation,
        // A 32-bit Python on a 64-bit machine cannot load 64-bit packages.
        arch: properties.bits === 64 ? (ARCHITECTURES[properties.machine.toLowerCase()] ?? "") : "",
        platform: properties.platform,
        freeThreaded: properties.freeThreaded,
        musl: properties.musl,
        ownReslint: properties.ownReslint,
    };
}

/** Why an interpreter cannot be used. */
export type Reason =
    | "tooOld" | "tooNew" | "implementation" | "architecture" | "freeThreaded" | "musl" | "withoutReslint" | "notBundled";

/** Why the bundled packages for `arch` (Node's name) cannot be loaded; undefined if they can. */
export function unfitness(interpreter: Interpreter, arch: string): Reason | undefined {
    const [major, minor] = interpreter.version;
    if (compare([major, minor], SUPPORTED.oldest) < 0) {
        return "tooOld";
    }
    if (compare([major, minor], SUPPORTED.newest) > 0) {
        return "tooNew";
    }
    if (interpreter.implementation !== "cpython") {
        return "implementation";
    }
    if (interpreter.arch !== arch) {
        return "architecture";
    }
    if (interpreter.freeThreaded) {
        return "freeThreaded";
    }
    return interpreter.musl ? "musl" : undefined;
}

/** `3.13.1` */
export function versionOf(interpreter: Interpreter): string {
    return interpreter.version.join(".");
}

function lastLine(text: string): string | undefined {
    return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").pop();
}

function compare(one: readonly number[], other: readonly number[]): number {
    for (const [index, part] of one.entries()) {
        const difference = part - (other[index] ?? 0);
        if (difference !== 0) {
            return difference;
        }
    }
    return 0;
}
