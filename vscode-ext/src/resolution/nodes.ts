/** Builds the rows of the view "Resolution" from the outline of a draft. */
import type { Range } from "vscode-languageclient";
import type { Counts, Outline, OutlineNode } from "../server/protocol";

/** A row and its children. */
export interface Row {
    /** Stable for the same place in the next outline, so that open rows stay open. */
    readonly id: string;
    readonly label: string;
    readonly description: string;
    readonly tooltip: string;
    readonly icon: string;
    /** Its own findings and those of its children. */
    readonly findings: Counts;
    readonly range: Range | undefined;
    readonly link: string | undefined;
    readonly open: boolean;
    readonly children: readonly Row[];
    parent: Row | undefined;
}

/** Translates a text of the user interface; `{0}` … are replaced by the parameters. */
export type Translate = (text: string, ...parameters: (string | number)[]) => string;

const NOTHING: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
const LONGEST_LABEL = 160;
/**
 * The view cuts a row at its right end, which is where a text from right to left begins: in a side bar as
 * wide as VS Code makes it, this many characters have room beside a number and a count of findings.
 */
const LONGEST_RIGHT_TO_LEFT = 24;
const RIGHT_TO_LEFT = /^[^A-Za-z]*[\u0590-\u08ff]/;

const ICONS: Readonly<Record<string, string>> = {
    masthead: "book",
    title: "bookmark",
    "organ line": "organization",
    preamble: "quote",
    heading: "symbol-number",
    section: "symbol-number",
    operative: "list-ordered",
    annex: "files",
    closing: "calendar",
};

/** The icon of a paragraph's row. */
export const PARAGRAPH = "circle-small-filled";

/** The top-level rows: the parts of the draft, then notes, citations and bodies. */
export function rowsOf(outline: Outline, t: Translate): Row[] {
    const rows = [
        ...outline.sections.map((node, index) => partRow(node, `${index}`, true, t)),
        ...group("notes", t("Notes"), "note", outline.notes.map((note, index) => row({
            id: `notes/${index}`,
            label: `${note.number}  ${shortened(note.text)}`,
            description: note.markers.length === 0 ? t("no marker") : "",
            tooltip: note.text,
            icon: "note",
            findings: note.findings ?? NOTHING,
            range: note.range,
            children: note.markers.map((range, place) => row({
                id: `notes/${index}/${place}`,
                label: t("marker on line {0}", range.start.line + 1),
                icon: "references",
                range,
            })),
        })), t),
        ...group("citations", t("Resolutions cited"), "references", outline.citations.map((citation, index) => row({
            id: `citations/${index}`,
            label: citation.symbol,
            description: [citation.date, citation.title].filter(Boolean).join("  "),
            tooltip: [citation.symbol, citation.date, citation.title].filter(Boolean).join("\n"),
            icon: "link",
            range: citation.range,
            link: citation.link ?? undefined,
        })), t),
        ...group("bodies", t("Bodies mentioned"), "organization", outline.bodies.map((body, index) => row({
            id: `bodies/${index}`,
            label: body.name,
            description: body.count > 1 ? `× ${body.count}` : "",
            icon: "organization",
            range: body.ranges[0],
            children: body.ranges.length < 2 ? [] : body.ranges.map((range, place) => row({
                id: `bodies/${index}/${place}`,
                label: t("line {0}", range.start.line + 1),
                icon: "references",
                range,
            })),
        })), t),
    ];
    return rows;
}

/** The rows with findings of their own or of their children, opened; parts that have none are left out. */
export function withFindings(rows: readonly Row[]): Row[] {
    return rows
        .filter((one) => mostSerious(one.findings) !== undefined)
        // An id of its own, or rows that were closed before would stay closed.
        .map((one) => row({ ...one, id: `findings/${one.id}`, open: true, children: withFindings(one.children) }));
}

/** The innermost row of the draft's parts whose range contains the line (0-based). */
export function rowAtLine(rows: readonly Row[], line: number): Row | undefined {
    for (const one of rows) {
        if (/^(findings\/)?notes/.test(one.id) || one.range === undefined) {
            continue;
        }
        if (one.range.start.line <= line && line <= one.range.end.line) {
            return rowAtLine(one.children, line) ?? one;
        }
    }
    return undefined;
}

/** The sum of counts. */
function total(counts: readonly Counts[]): Counts {
    return counts.reduce(
        (sum, one) => ({
            error: sum.error + one.error,
            warning: sum.warning + one.warning,
            info: sum.info + one.info,
            hint: sum.hint + one.hint,
        }),
        NOTHING,
    );
}

/** The most serious severity among findings; undefined without findings. */
export function mostSerious(findings: Counts): keyof Counts | undefined {
    return (["error", "warning", "info", "hint"] as const).find((severity) => findings[severity] > 0);
}

function partRow(node: OutlineNode, id: string, top: boolean, t: Translate): Row {
    const children = node.children.map((child, index) => partRow(child, `${id}.${index}`, false, t));
    const name = node.label ?? "";
    const text = node.text === "" ? kindName(node.kind, t) : shortened(node.text);
    return row({
        id,
        label: name === "" || name === text ? text : `${name}  ${text}`,
        description: top && children.length > 0 ? `${paragraphs(node)}` : "",
        tooltip: [name, node.text].filter((part) => part !== "").join("  "),
        icon: ICONS[node.kind] ?? PARAGRAPH,
        findings: total([node.findings, ...children.map((child) => child.findings)]),
        range: node.range,
        open: top && node.kind !== "masthead",
        children,
    });
}

/** The number of paragraphs: no headings, no organ line, no sub-paragraphs. */
function paragraphs(node: OutlineNode): number {
    return node.children.reduce((sum, child) => {
        if (child.kind === "heading" || child.kind === "section") {
            return sum + paragraphs(child);
        }
        return sum + (child.kind === "organ line" ? 0 : 1);
    }, 0);
}

function kindName(kind: string, t: Translate): string {
    switch (kind) {
        case "masthead": return t("Masthead");
        case "preamble": return t("Preamble");
        case "operative": return t("Operative paragraphs");
        case "annex": return t("Annex");
        case "closing": return t("Closing");
        default: return kind;
    }
}

function group(id: string, label: string, icon: string, children: Row[], t: Translate): Row[] {
    return children.length === 0
        ? []
        : [row({
            id,
            label,
            description: `${children.length}`,
            tooltip: t("{0}: {1}", label, children.length),
            icon,
            findings: total(children.map((child) => child.findings)),
            children,
        })];
}

function row(parts: Partial<Row> & { id: string; label: string; icon: string }): Row {
    const made: Row = {
        description: "",
        tooltip: parts.label,
        findings: NOTHING,
        range: undefined,
        link: undefined,
        open: false,
        children: [],
        parent: undefined,
        ...parts,
    };
    for (const child of made.children) {
        child.parent = made;
    }
    return made;
}

function shortened(text: string): string {
    const line = text.replace(/\s+/g, " ").trim();
    const longest = RIGHT_TO_LEFT.test(line) ? LONGEST_RIGHT_TO_LEFT : LONGEST_LABEL;
    const end = line.lastIndexOf(" ", longest);
    return line.length <= longest ? line : `${line.slice(0, end < 0 ? longest : end)} …`;
}
