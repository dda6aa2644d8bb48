/** A module at a version, as `require` and `exclude` name it. */
export interface Requirement {
  readonly path: string;
  readonly version: string;
  /** What stands behind `//` on its line, trimmed. */
  readonly comment: string;
}

/** `replace OLD [VERSION] => NEW [VERSION]`. */
export interface Replacement {
  readonly path: string;
  /** '' where all versions are replaced. */
  readonly version: string;
  /** A module path, or a folder as it is written. */
  readonly target: string;
  /** '' of a folder. */
  readonly targetVersion: string;
}

/** What resolution needs of a go.mod or go.work. */
export interface ModFile {
  /** '' in a go.work. */
  readonly module: string;
  /** '' where there is no go line. */
  readonly go: string;
  readonly toolchain: string;
  readonly requires: readonly Requirement[];
  readonly replaces: readonly Replacement[];
  readonly excludes: readonly Requirement[];
  /** Folders of a go.work, as they are written. */
  readonly uses: readonly string[];
}

interface Line {
  readonly verb: string;
  readonly words: readonly string[];
  readonly comment: string;
}

/**
 * Reads a go.mod or go.work that go takes: nothing is checked, and directives that are not listed in {@link ModFile} are passed over.
 *
 * @see golang.org/x/mod/modfile, read.go: a directive alone on a line, or a block of them; words may be quoted with `"` or a backquote
 */
export function parseModFile(text: string): ModFile {
  const lines = linesOf(text);
  const first = (verb: string): string => lines.find((line) => line.verb === verb)?.words[0] ?? '';
  const versioned = (verb: string): Requirement[] =>
    lines
      .filter((line) => line.verb === verb)
      .map(({ words: [path = '', version = ''], comment }) => ({ path, version, comment }));
  return {
    module: first('module'),
    go: first('go'),
    toolchain: first('toolchain'),
    requires: versioned('require'),
    excludes: versioned('exclude'),
    replaces: lines.filter((line) => line.verb === 'replace').map(({ words }) => replacementOf(words)),
    uses: lines.filter((line) => line.verb === 'use').map(({ words }) => words[0] ?? ''),
  };
}

function replacementOf(words: readonly string[]): Replacement {
  const arrow = words.indexOf('=>');
  const [path = '', version = ''] = words.slice(0, arrow);
  const [target = '', targetVersion = ''] = words.slice(arrow + 1);
  return { path, version, target, targetVersion };
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let block: string | undefined;
  for (const raw of text.split('\n')) {
    const { words, comment } = wordsOf(raw);
    const [head, next] = words;
    if (head === undefined) continue;
    if (block !== undefined && head === ')') block = undefined;
    else if (block !== undefined) lines.push({ verb: block, words, comment });
    else if (next === '(') block = head;
    else lines.push({ verb: head, words: words.slice(1), comment });
  }
  return lines;
}

function wordsOf(line: string): { words: string[]; comment: string } {
  const words: string[] = [];
  for (const match of line.matchAll(/\/\/(.*)$|"((?:[^"\\]|\\.)*)"|`([^`]*)`|([()])|((?:(?!\/\/)[^\s"`()])+)/g)) {
    const [, comment, quoted, raw, paren, plain] = match;
    if (comment !== undefined) return { words, comment: comment.trim() };
    if (quoted !== undefined) words.push(JSON.parse(`"${quoted}"`) as string);
    else words.push(raw ?? paren ?? (plain as string));
  }
  return { words, comment: '' };
}

/** Whether the target of a replacement is a folder. */
export function isFolder(target: string): boolean {
  return /^(\.{1,2}([\\/]|$)|[\\/]|[A-Za-z]:[\\/])/.test(target);
}

/** A word of a go.mod or go.work, quoted where its syntax needs that. */
export function modWord(text: string): string {
  return /[\s"'`()]/.test(text) || text.includes('//') ? JSON.stringify(text) : text;
}

/**
 * The text of a go.mod without some of its directives.
 *
 * @param drop verbs, as `require`
 */
export function withoutDirectives(text: string, drop: readonly string[]): string {
  const kept: string[] = [];
  let dropping = false;
  for (const line of text.split('\n')) {
    const [head, next] = wordsOf(line).words;
    if (dropping) dropping = head !== ')';
    else if (head !== undefined && drop.includes(head)) dropping = next === '(';
    else kept.push(line);
  }
  return kept.join('\n');
}
