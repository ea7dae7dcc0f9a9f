/** How long after a keystroke the marks under the text change, measured in the page itself. */
import type { Page } from "playwright-core";

interface Watched {
    readonly times: number[];
    stop(): void;
}

export interface Timing {
    /** Ends the watch; the times of all changes of marks that a keystroke caused, in words. */
    stop(): Promise<string>;
}

/** Watches from now on: the time from the last key pressed to the first change of squiggles. */
export async function watchMarks(page: Page): Promise<Timing> {
    await page.evaluate(() => {
        const times: number[] = [];
        let pressed: number | undefined;
        const count = (): number => document.querySelectorAll(".monaco-editor .squiggly-error, .monaco-editor .squiggly-warning").length;
        let before = count();
        const onKey = (): void => { pressed = performance.now(); };
        const observer = new MutationObserver(() => {
            const now = count();
            if (now !== before) {
                before = now;
                if (pressed !== undefined) {
                    times.push(performance.now() - pressed);
                    pressed = undefined;
                }
            }
        });
        document.addEventListener("keydown", onKey, true);
        observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["class"] });
        (window as unknown as { reslintWatched: Watched }).reslintWatched = {
            times,
            stop: () => {
                observer.disconnect();
                document.removeEventListener("keydown", onKey, true);
            },
        };
    });
    return {
        stop: async () => {
            const times = await page.evaluate(() => {
                const watched = (window as unknown as { reslintWatched: Watched }).reslintWatched;
                watched.stop();
                return watched.times;
            });
            const sorted = times.map(Math.round).sort((one, other) => one - other);
            const median = sorted[Math.floor(sorted.length / 2)];
            return `median ${median ?? "?"} ms, all ${sorted.join(", ")} ms`;
        },
    };
}
