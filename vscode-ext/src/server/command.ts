/** The command line that starts the server. */
import type { Interpreter } from "../python/interpreter";

/** Where the server's packages come from. */
export type Origin = "bundled" | "environment";

export interface CommandLine {
    readonly program: string;
    readonly parameters: readonly string[];
}

/** The command for the server with `interpreter`. `launcher` starts it from the bundled packages. */
export function serverCommand(interpreter: Interpreter, origin: Origin, launcher: string): CommandLine {
    // The program behind a shim, because a shim's choice depends on the current folder.
    const program = interpreter.executable || interpreter.command[0];
    const parameters =
        origin === "bundled"
            ? ["-I", "-S", "-X", "utf8", launcher]
            : // Without -P, a file reslint.py in the current folder would be run.
              ["-P", "-X", "utf8", "-m", "reslint", "server", "--stdio"];
    return { program, parameters };
}
