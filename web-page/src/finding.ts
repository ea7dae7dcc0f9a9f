// Findings as the language server sends them.

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export interface TextEdit {
  range: Range;
  newText: string;
}

export interface Finding {
  range: Range;
  severity: 1 | 2 | 3 | 4;
  code: string;
  message: string;
  relatedInformation?: { location: { range: Range }; message: string }[];
  data?: {
    name: string;
    paragraph: string;
    fix?: { safety: "safe" | "unsafe"; title: string; edits: TextEdit[]; group?: string };
  };
}

export const severities = ["error", "warning", "info", "hint"] as const;
export type Severity = (typeof severities)[number];

/** Return the name of a finding's severity. */
export function severityOf(finding: Finding): Severity {
  return severities[finding.severity - 1];
}

/** Return the edits of a finding's fix, with those that belong to it, each once. */
export function editsOf(finding: Finding, all: readonly Finding[]): TextEdit[] {
  const fix = finding.data?.fix;
  if (!fix) return [];
  const together = fix.group
    ? all.filter((other) => other.data?.fix?.group === fix.group)
    : [finding];
  const edits = new Map<string, TextEdit>();
  for (const one of together) {
    for (const edit of one.data?.fix?.edits ?? []) edits.set(JSON.stringify(edit), edit);
  }
  return [...edits.values()];
}
