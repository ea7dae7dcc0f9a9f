/**
 * Whether a text looks like a draft resolution. This quick test decides whether the language server
 * is started; the server then decides what a draft is.
 */
import signs from "../generated/draft-signs.json";

/** How many characters of a text are read: the organ line comes after the masthead. */
export const LOOKED_AT = 20_000;

interface Signs {
    readonly comma: string;
    readonly organLines: ReadonlySet<string>;
    readonly otherOrganStarts: readonly string[];
    readonly otherOrganEnds: readonly string[];
}

const LONGEST_ORGAN_LINE = 160;
const MARKUP = /<\/?[a-z]+>|[*_#>\u200e\u200f\u202a-\u202e\u2066-\u2069]/gi;
const NOTE_MARKER = /\[\^[^\]]+\]|<sup>.*?<\/sup>|[¹²³⁰⁴-⁹]+/gi;

const languages: readonly Signs[] = signs.map((one) => ({
    comma: one.comma,
    organLines: new Set(one.organLines.map(plain)),
    otherOrganStarts: one.otherOrganStarts.map(plain),
    otherOrganEnds: one.otherOrganEnds.map(plain),
}));

/** Whether `text` (or its beginning) contains the organ line of a resolution. */
export function looksLikeDraft(text: string): boolean {
    const lines = text
        .slice(0, LOOKED_AT)
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== "");
    return lines.some((line, index) => {
        if (line.length > LONGEST_ORGAN_LINE) {
            return false;
        }
        const bare = plain(line);
        return languages.some((language) => opensDraft(bare, lines[index + 1], language));
    });
}

/** The line of a known organ is enough; that of another body needs a preambular paragraph after it. */
function opensDraft(line: string, next: string | undefined, language: Signs): boolean {
    if (!line.endsWith(language.comma)) {
        return false;
    }
    const name = line.slice(0, -language.comma.length).trim();
    if (language.organLines.has(name)) {
        return true;
    }
    const body =
        language.otherOrganStarts.some((start) => name === start || name.startsWith(`${start} `)) ||
        language.otherOrganEnds.some((end) => name.endsWith(end));
    return body && next !== undefined && plain(next.replace(NOTE_MARKER, "")).endsWith(language.comma);
}

/** A line without markup, with spaces and apostrophes normalized. */
function plain(line: string): string {
    return line
        .replace(MARKUP, "")
        .replace(/[\u2018\u2019\u02bc]/g, "'")
        .replace(/\s+/g, " ")
        .trim();
}
