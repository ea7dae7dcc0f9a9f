/** Restarts the server when it stops unexpectedly, up to a limit. */
import { CloseAction, ErrorAction, type CloseHandlerResult, type ErrorHandler, type ErrorHandlerResult } from "vscode-languageclient/node";
import { decideOnEnd, type Ends } from "./restarts";

const MOST_ERRORS = 3;

export class Crashes implements ErrorHandler {
    private ends: Ends = [];

    /** `gaveUp` is called when the server is not started again. */
    constructor(private readonly gaveUp: () => void) {}

    error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
        const few = count !== undefined && count <= MOST_ERRORS;
        return { action: few ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    }

    closed(): CloseHandlerResult {
        const { restart, ends } = decideOnEnd(this.ends, Date.now());
        this.ends = ends;
        if (!restart) {
            this.gaveUp();
        }
        return { action: restart ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true };
    }
}
