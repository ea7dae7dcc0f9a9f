/** How often a server that ends by itself is started again. */

/** When it ended, in milliseconds. */
export type Ends = readonly number[];

const MOST_RESTARTS = 4;
const WITHIN = 3 * 60 * 1000;

/** Whether to start again after an end at `now`, and the ends to remember: four in three minutes. */
export function decideOnEnd(before: Ends, now: number): { restart: boolean; ends: Ends } {
    const ends = [...before.filter((time) => now - time < WITHIN), now];
    return { restart: ends.length <= MOST_RESTARTS, ends };
}
