/** Lines of two versions of a draft that belong together. */

/** The lines at which counterparts start, here and there; both grow. */
export type Lines = readonly (readonly [here: number, there: number])[];

/** The line of the other version that belongs to a line; between two counterparts, in proportion. */
export function lineThere(lines: Lines, line: number): number {
    let before: readonly [number, number] = [0, 0];
    for (const pair of lines) {
        if (pair[0] > line) {
            const share = (line - before[0]) / (pair[0] - before[0]);
            return Math.floor(before[1] + share * (pair[1] - before[1]));
        }
        before = pair;
    }
    return before[1] + (line - before[0]);
}

/** The same lines, seen from the other version. */
export function turned(lines: Lines): Lines {
    return lines.map(([here, there]) => [there, here] as const);
}
