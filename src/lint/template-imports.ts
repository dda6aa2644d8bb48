import { byteString } from '../lang/syntax/source.ts';
import { type Token, tokens } from '../lang/syntax/tokens.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import type { Node } from '../lang/template/nodes.ts';
import { parseTemplate } from '../lang/template/template.ts';

/**
 * Packages of the standard library whose name a template uses most likely in their sense, where it has no import of that
 * name. Names that are as likely those of variables (`path`, `url`, `template`, `hash`) are left out.
 */
const standard: ReadonlyMap<string, string> = new Map(
  (
    'bufio bytes context crypto/tls database/sql encoding/json errors flag fmt io io/fs log log/slog maps math math/rand ' +
    'net net/http os os/exec os/signal path/filepath reflect regexp runtime runtime/debug slices sort strconv strings sync ' +
    'sync/atomic syscall testing time unicode unsafe'
  )
    .split(' ')
    .map((path) => [path.slice(path.lastIndexOf('/') + 1), path]),
);

/** A name of the standard library that a template uses without importing its package. */
export interface UnknownImport {
  readonly name: string;
  readonly path: string;
  /** Bytes from the start of the template. */
  readonly offset: number;
}

export interface ImportUse {
  /** Names under `imports:` that the text never uses. */
  readonly unused: readonly string[];
  readonly unknown: readonly UnknownImport[];
}

/** Compares the imports of a template with its text. */
export function importUse(template: CodeTemplate): ImportUse {
  const qualifiers = new Map<string, number>();
  const declared = new Set<string>();
  const words = wordsOf(goText(template));
  words.forEach(({ text, start }, at) => {
    if (words[at - 1]?.text === '.') return;
    if (words[at + 1]?.text !== '.') declared.add(text);
    else if (!qualifiers.has(text)) qualifiers.set(text, start);
  });
  const imports = Object.keys(template.imports);
  return {
    unused: imports.filter((name) => !qualifiers.has(name)),
    unknown: [...qualifiers].flatMap(([name, offset]) => {
      const path = standard.get(name);
      return path === undefined || imports.includes(name) || declared.has(name) ? [] : [{ name, path, offset }];
    }),
  };
}

/** Words and marks; what stands in strings and comments is left out. */
function wordsOf(bytes: Buffer): { text: string; start: number }[] {
  const kept = (token: Token): boolean => token.kind === 'word' || token.kind === 'mark';
  const found = [...tokens(byteString(bytes))].filter(kept);
  return found.map(({ start, end }) => ({ text: bytes.toString('utf8', start, end), start }));
}

/** The template without its actions: blanks stand in their place, so that offsets stay and strings around them end. */
function goText({ source }: CodeTemplate): Buffer {
  const { trees } = parseTemplate('code.Template', source, ['Version']);
  const text = Buffer.alloc(Buffer.byteLength(source), ' ');
  const visit = (node: Node): void => {
    if (node.kind === 'text') text.write(node.bytes, node.offset, 'latin1');
    else if (node.kind === 'list') node.nodes.forEach(visit);
    else if (node.kind === 'if' || node.kind === 'with' || node.kind === 'range') {
      visit(node.list);
      if (node.otherwise) visit(node.otherwise);
    }
  };
  for (const { root } of trees.values()) visit(root);
  return text;
}
