/** Requests and notifications of reslint beyond the Language Server Protocol. */
import { NotificationType, RequestType, type Position, type Range, type TextDocumentEdit, type TextEdit } from "vscode-languageclient/node";

export interface Counts {
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly hint: number;
}

/** The status of one open document. */
export interface DraftStatus {
    readonly uri: string;
    readonly version: number;
    /** `silent`: not a draft, or switched off for it. */
    readonly state: "checking" | "checked" | "silent" | "error";
    readonly language?: string | null;
    readonly organ?: string | null;
    readonly counts: Counts;
    readonly fixable: number;
    readonly message?: string | null;
}

/** A part of a draft, with the parts in it. */
export interface OutlineNode {
    readonly kind: string;
    readonly label?: string | null;
    readonly text: string;
    readonly range: Range;
    /** Its own findings, without those of its children. */
    readonly findings: Counts;
    readonly children: readonly OutlineNode[];
}

export interface OutlineNote {
    readonly number: string | number;
    readonly text: string;
    readonly range: Range;
    readonly markers: readonly Range[];
    readonly findings?: Counts;
}

export interface OutlineCitation {
    readonly symbol: string;
    readonly title?: string | null;
    readonly date?: string | null;
    readonly range: Range;
    readonly link?: string | null;
}

export interface OutlineBody {
    readonly name: string;
    readonly count: number;
    readonly ranges: readonly Range[];
}

/** A draft as the server understands it. */
export interface Outline {
    readonly uri: string;
    readonly version: number;
    readonly language?: string | null;
    readonly organ?: string | null;
    readonly symbol?: string | null;
    readonly title?: string | null;
    readonly sections: readonly OutlineNode[];
    readonly notes: readonly OutlineNote[];
    readonly citations: readonly OutlineCitation[];
    readonly bodies: readonly OutlineBody[];
}

/** Another version of a draft, with the paragraph that was asked about; null where it has none. */
export interface VersionHere {
    readonly uri: string;
    /** Its language, with a number where two versions have one language. */
    readonly name: string;
    readonly language: string;
    readonly place: string | null;
    readonly text: string | null;
    readonly range: Range | null;
}

/** A paragraph and its counterparts. */
export interface Counterparts {
    readonly uri: string;
    readonly version: number;
    /** The URI of the version that is right where no majority says so. */
    readonly reference: string;
    readonly place: string | null;
    readonly versions: readonly VersionHere[];
}

interface OfDocument {
    readonly textDocument: { readonly uri: string };
}

export const status = new NotificationType<DraftStatus>("reslint/status");
/** Says where the cursors of a document are. */
export const cursors = new NotificationType<OfDocument & { readonly positions: readonly Position[] }>("reslint/cursors");
export const outline = new RequestType<OfDocument, Outline | null, void>("reslint/outline");
export const describe = new RequestType<OfDocument, { text: string } | null, void>("reslint/describe");
export const htmlReport = new RequestType<OfDocument, { html: string } | null, void>("reslint/htmlReport");
export const explain = new RequestType<{ code: string; language?: string }, { markdown: string } | null, void>(
    "reslint/explain",
);
export const newDraft = new RequestType<{ organ: string; language: string }, { text: string } | null, void>(
    "reslint/newDraft",
);

export const counterparts = new RequestType<OfDocument & { readonly position: Position }, Counterparts | null, void>(
    "reslint/counterparts",
);
/** The lines at which counterparts start in a document and in another version of it. */
export const rows = new RequestType<OfDocument & { readonly other: string }, { lines: [number, number][] } | null, void>(
    "reslint/rows",
);

/** Moves the paragraph at a position one level in (1) or out (-1). */
export const changeLevels = new RequestType<
    OfDocument & { readonly positions: readonly Position[]; readonly by: 1 | -1 }, { range: Range; newText: string }[] | null, void
>("reslint/changeLevels");
/** A draft as it is printed, and the text that was printed. */
export const preview = new RequestType<OfDocument, { html: string; text: string } | null, void>("reslint/preview");

/** Commands of the server, for workspace/executeCommand. Their names differ from those of the extension. */
export const CHECK_FOLDER = "reslint.checkFolder";
export const FIX_FOLDER = "reslint.fixFolder";
export const SET_DOCUMENT = "reslint.setDocument";
export const OPEN_RULE_PAGE = "reslint.openRulePage";

/** What was chosen for one document by command. `auto` resets the choice. */
export interface Choice {
    readonly language?: string;
    readonly organ?: string;
    readonly profile?: string;
}

/** The result of `reslint.checkFolder`. */
export interface FolderResult {
    readonly files: number;
    readonly diagnostics: number;
    readonly counts: Counts;
}

/** The result of `reslint.fixFolder`: the safe fixes of drafts, which nobody has made yet. */
export interface FolderFixes {
    readonly fixes: number;
    readonly drafts: readonly { readonly uri: string; readonly fixes: number }[];
    readonly edit: { readonly documentChanges: readonly (TextDocumentEdit & { readonly edits: TextEdit[] })[] } | null;
}
