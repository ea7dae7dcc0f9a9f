/** What happens when the server ends by itself: it is started again, but not without end. */
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult } from "vscode-languageclient/node";

const MOST_RESTARTS = 4;
const WITHIN = 3 * 60 * 1000;
const MOST_ERRORS = 3;

/** Starts the server again up to four times in three minutes; then `gaveUp` is called. */
export class Crashes implements ErrorHandler {
    private times: number[] = [];

    constructor(private readonly gaveUp: () => void) {}

    error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
        const few = count !== undefined && count <= MOST_ERRORS;
        return { action: few ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    }

    closed(): CloseHandlerResult {
        const now = Date.now();
        this.times = [...this.times.filter((time) => now - time < WITHIN), now];
        if (this.times.length <= MOST_RESTARTS) {
            return { action: CloseAction.Restart, handled: true };
        }
        this.gaveUp();
        return { action: CloseAction.DoNotRestart, handled: true };
    }
}
