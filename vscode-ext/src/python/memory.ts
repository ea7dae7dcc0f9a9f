/** Remembers the Python that fitted, so that later starts need not ask it again what it is. */
import { statSync } from "node:fs";
import type { Interpreter, PythonCommand } from "./interpreter";

const KEY = "reslint.python";

/** Where it is kept: the extension's global state. */
export interface Store {
    get(key: string): unknown;
    update(key: string, value: unknown): Thenable<void>;
}

interface Remembered {
    readonly interpreter: Interpreter;
    /** What the files of its command and of the actual program were. */
    readonly files: string;
}

export class Memory {
    constructor(private readonly store: Store) {}

    /** What is remembered of `command`; undefined if its files changed or are gone. */
    recall(command: PythonCommand): Interpreter | undefined {
        const remembered = this.store.get(KEY) as Remembered | undefined;
        if (remembered?.interpreter.command.join("\0") !== command.join("\0")) {
            return undefined;
        }
        return remembered.files === files(remembered.interpreter) ? remembered.interpreter : undefined;
    }

    async remember(interpreter: Interpreter): Promise<void> {
        await this.store.update(KEY, { interpreter, files: files(interpreter) } satisfies Remembered);
    }

    async forget(): Promise<void> {
        await this.store.update(KEY, undefined);
    }
}

/** What changes when one of the interpreter's files is replaced. */
function files({ command, executable }: Interpreter): string {
    return [command[0], executable]
        .map((path) => {
            const found = statSync(path, { throwIfNoEntry: false });
            return found === undefined ? "none" : `${found.size} ${found.mtimeMs}`;
        })
        .join(", ");
}
