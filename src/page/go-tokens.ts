/** A piece of a line of Go: what it is decides its colour. */
export interface CodePiece {
  readonly kind: 'plain' | 'keyword' | 'string' | 'comment' | 'number' | 'origin';
  readonly text: string;
}

const keywords =
  'break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var|nil|true|false';
/** `origin` is the note of an aspect's file and line that stands before inserted text. */
const pattern = new RegExp(
  [
    String.raw`(?<origin>/\* [^*\s]+:\d+ \*/)`,
    String.raw`(?<comment>//.*|/\*.*?\*/)`,
    String.raw`(?<string>"(?:[^"\\]|\\.)*"|\x60[^\x60]*\x60|'(?:[^'\\]|\\.)+')`,
    String.raw`(?<keyword>\b(?:${keywords})\b)`,
    String.raw`(?<number>\b\d[\w.]*)`,
  ].join('|'),
  'g',
);

/** Splits one line; texts over several lines are not followed. */
export function piecesOf(line: string): readonly CodePiece[] {
  const pieces: CodePiece[] = [];
  let from = 0;
  for (const found of line.matchAll(pattern)) {
    const [kind, text] = Object.entries(found.groups ?? {}).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || text === undefined) continue;
    if (found.index > from) pieces.push({ kind: 'plain', text: line.slice(from, found.index) });
    pieces.push({ kind: kind as CodePiece['kind'], text });
    from = found.index + text.length;
  }
  if (from < line.length) pieces.push({ kind: 'plain', text: line.slice(from) });
  return pieces;
}
