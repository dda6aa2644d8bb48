/** One line of a unified diff. `line` counts in the original, `wovenLine` in the woven file as it is shown. */
export interface DiffRow {
  readonly kind: 'context' | 'removed' | 'added' | 'gap';
  readonly line?: number | undefined;
  readonly wovenLine?: number | undefined;
  readonly text: string;
}

/** The lines of a unified diff of one file; a `gap` stands for lines that are left out. */
export function diffRows(diff: string): readonly DiffRow[] {
  const rows: DiffRow[] = [];
  let line = 0;
  let wovenLine = 0;
  let inHunk = false;
  for (const text of diff.split('\n')) {
    const [, from, to, rest] = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@(.*)$/.exec(text) ?? [];
    if (from !== undefined && to !== undefined) {
      inHunk = true;
      line = Number(from);
      wovenLine = Number(to);
      rows.push({ kind: 'gap', text: (rest ?? '').trim() });
    } else if (inHunk && text.startsWith('-')) rows.push({ kind: 'removed', line: line++, text: text.slice(1) });
    else if (inHunk && text.startsWith('+')) rows.push({ kind: 'added', wovenLine: wovenLine++, text: text.slice(1) });
    else if (inHunk && !text.startsWith('\\'))
      rows.push({ kind: 'context', line: line++, wovenLine: wovenLine++, text: text.slice(1) });
  }
  return rows;
}

/** Anchor of a row: `importpath/file.go:L12` by the original's lines, `…:W12` for lines that only the woven file has. */
export function rowAnchor(file: string, { line, wovenLine }: Pick<DiffRow, 'line' | 'wovenLine'>): string | undefined {
  if (line !== undefined) return `${file}:L${line}`;
  return wovenLine === undefined ? undefined : `${file}:W${wovenLine}`;
}
