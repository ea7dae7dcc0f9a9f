/** Decides whether a server that stopped unexpectedly is restarted. */

/** The times when it stopped, in milliseconds. */
export type Ends = readonly number[];

const MOST_RESTARTS = 4;
const WITHIN = 3 * 60 * 1000;

/** Whether to restart after a stop at `now` (at most four times in three minutes), and the stops to remember. */
export function decideOnEnd(before: Ends, now: number): { restart: boolean; ends: Ends } {
    const ends = [...before.filter((time) => now - time < WITHIN), now];
    return { restart: ends.length <= MOST_RESTARTS, ends };
}
