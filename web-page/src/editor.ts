// The editor: CodeMirror with the language server behind it.

import { autocompletion, closeBrackets, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, insertNewline } from "@codemirror/commands";
import { markdown } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Action, type Diagnostic } from "@codemirror/lint";
import {
  findReferencesKeymap,
  hoverTooltips,
  jumpToDefinitionKeymap,
  LSPClient,
  LSPPlugin,
  renameKeymap,
  serverCompletion,
} from "@codemirror/lsp-client";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type ChangeSpec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import createPurifier from "dompurify";
import { byId } from "./elements";
import { editsOf, severityOf, type Finding, type Position, type TextEdit } from "./finding";
import { language, words } from "./words";

/** The only document of the page, as the language server knows it. */
export const document_ = "untitled:draft.md";

const marks = HighlightStyle.define([
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "bold" },
  { tag: tags.heading, fontWeight: "bold" },
]);
const direction = new Compartment();
const timeout = 20_000;
const pauseBeforeSync = 150;

export interface Listener {
  found(findings: Finding[]): void;
  status(status: Status): void;
  changed(): void;
}

export interface Status {
  state: "checking" | "checked" | "silent" | "error";
  language?: string;
  organ?: string;
  message?: string;
}

export class DraftEditor {
  readonly client: LSPClient;
  readonly view: EditorView;
  findings: Finding[] = [];
  private timer = 0;

  constructor(listener: Listener) {
    this.client = new LSPClient({
      timeout,
      initializationOptions: { settings: { messageLanguage: language } },
      sanitizeHTML: (html) => createPurifier.sanitize(html),
      extensions: [
        serverCompletion(),
        hoverTooltips(),
        keymap.of([...renameKeymap, ...jumpToDefinitionKeymap, ...findReferencesKeymap]),
        {
          clientCapabilities: {
            textDocument: {
              publishDiagnostics: { relatedInformation: true, dataSupport: true, versionSupport: true },
            },
          },
        },
      ],
      notificationHandlers: {
        "textDocument/publishDiagnostics": (_client, params) => {
          this.findings = params.diagnostics;
          this.show();
          listener.found(this.findings);
          return true;
        },
        "reslint/status": (_client, params) => {
          listener.status(params);
          this.turn(params.language === "ar" ? "rtl" : "ltr");
          return true;
        },
      },
    });
    this.view = new EditorView({
      parent: byId("editor"),
      state: EditorState.create({
        extensions: [
          EditorView.cspNonce.of(byId<HTMLMetaElement>("nonce").content),
          lineNumbers(),
          history(),
          drawSelection(),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          direction.of([]),
          markdown({ addKeymap: false }),
          syntaxHighlighting(marks),
          closeBrackets(),
          autocompletion(),
          highlightSelectionMatches(),
          lintGutter(),
          placeholder(byId("editor").dataset.placeholder ?? ""),
          EditorView.contentAttributes.of({
            "aria-labelledby": "editor-title",
            tabindex: "0",
            spellcheck: "true",
          }),
          keymap.of([{ key: "Enter", run: () => this.enter() }]),
          keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap, ...completionKeymap]),
          this.client.plugin(document_, "markdown"),
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            listener.changed();
            clearTimeout(this.timer);
            this.timer = window.setTimeout(() => this.client.sync(), pauseBeforeSync);
          }),
        ],
      }),
    });
  }

  /** The draft as it stands. */
  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Replace the whole draft. Undo takes it back. */
  replace(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, selection: { anchor: 0 } });
    this.client.sync();
  }

  /** Put the cursor at a place and show it. */
  jump(position: Position, end: Position = position): void {
    const anchor = this.offset(position);
    this.view.dispatch({
      selection: { anchor, head: this.offset(end) },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
    });
    this.view.focus();
  }

  /** Apply the fix of a finding, with those that belong to it. */
  fix(finding: Finding): void {
    this.apply(editsOf(finding, this.findings));
  }

  /** Apply all safe fixes; returns the number of edits. */
  async fixAll(): Promise<number> {
    this.client.sync();
    const edits = await this.client.request<object, TextEdit[] | null>("textDocument/formatting", {
      textDocument: { uri: document_ },
      options: { tabSize: 4, insertSpaces: true },
    });
    this.apply(edits ?? []);
    return edits?.length ?? 0;
  }

  /** Begin a line; the language server numbers it where it begins a paragraph. */
  private enter(): boolean {
    if (!insertNewline(this.view)) return false;
    void this.number();
    return true;
  }

  private async number(): Promise<void> {
    const plugin = LSPPlugin.get(this.view);
    if (!plugin || !this.client.connected) return;
    this.client.sync();
    const { doc, selection } = this.view.state;
    const edits = await this.client
      .request<object, TextEdit[] | null>("textDocument/onTypeFormatting", {
        textDocument: { uri: document_ },
        position: plugin.toPosition(selection.main.head),
        ch: "\n",
        options: { tabSize: 4, insertSpaces: true },
      })
      .catch(() => null); // a line without number is no loss
    // Who types on meanwhile is not disturbed.
    if (!edits?.length || this.view.state.doc !== doc) return;
    const changes = this.view.state.changes(this.changesOf(edits));
    this.view.dispatch({ changes, selection: { anchor: changes.mapPos(selection.main.head, 1) }, userEvent: "input" });
    this.client.sync();
  }

  /** Choose language, organ and profile; "auto" lets them be recognized. */
  async choose(choice: Record<string, string>): Promise<void> {
    await this.client.request("workspace/executeCommand", {
      command: "reslint.setDocument",
      arguments: [document_, choice],
    });
  }

  private apply(edits: readonly TextEdit[]): void {
    this.view.dispatch({ changes: this.changesOf(edits) });
    this.client.sync();
  }

  private changesOf(edits: readonly TextEdit[]): ChangeSpec[] {
    return edits.map((edit) => ({
      from: this.offset(edit.range.start),
      to: this.offset(edit.range.end),
      insert: edit.newText,
    }));
  }

  /** Return the offset of a place, moved by what was typed since the server knew the text. */
  private offset(position: Position): number {
    const plugin = LSPPlugin.get(this.view);
    if (!plugin) return 0;
    const { doc } = this.view.state;
    if (position.line >= plugin.syncedDoc.lines) return doc.length;
    const synced = plugin.fromPosition(position, plugin.syncedDoc);
    return Math.min(plugin.unsyncedChanges.mapPos(synced), doc.length);
  }

  /** Underline the findings. */
  private show(): void {
    const diagnostics = this.findings.map((finding): Diagnostic => {
      const from = this.offset(finding.range.start);
      const fix = finding.data?.fix;
      const actions: Action[] = fix
        ? [{ name: fix.safety === "safe" ? words("fix") : words("fixUnsafe"), apply: () => this.fix(finding) }]
        : [];
      return {
        from,
        to: Math.max(from, this.offset(finding.range.end)),
        severity: severityOf(finding),
        source: finding.code,
        message: finding.message,
        actions,
      };
    });
    diagnostics.sort((one, other) => one.from - other.from || one.to - other.to);
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  private turn(way: "ltr" | "rtl"): void {
    this.view.dispatch({
      effects: direction.reconfigure(EditorView.editorAttributes.of({ dir: way })),
    });
  }
}
