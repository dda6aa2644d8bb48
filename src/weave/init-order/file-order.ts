import { once } from '../../base/once.ts';
import type { Grammar } from '../../lang/syntax/grammar.ts';
import { byteString, sourceFile } from '../../lang/syntax/source.ts';
import type { SyntaxTree } from '../../lang/syntax/syntax.ts';
import { type Declaration, declarationsOf, type Initialised } from './mentions.ts';

/** What the order of initialisation needs of a file. It holds no tree: those of a package together would take most of the memory. */
export interface FileOrder {
  /** The declarations of the file as it is compiled without weaving; none of a file that weaving adds. */
  readonly before: readonly Initialised[];
  readonly after: readonly Initialised[];
  readonly differences: readonly Difference[];
}

/** What a declaration mentions more or less than before, by key. */
interface Difference {
  readonly key: string;
  readonly names: readonly string[];
}

/** Compares a file before and after weaving. The trees are let go; they are made again in the rare case that mentions are asked for. */
export function fileOrder(before: SyntaxTree | undefined, after: SyntaxTree, grammar: Grammar): FileOrder {
  const [old, now] = [before === undefined ? [] : declarationsOf(before), declarationsOf(after)];
  const known = new Map(old.map((each) => [each.id, each]));
  const kept = before === undefined ? [] : withoutTree(old, before, grammar);
  const same = new Map(old.map(({ id, text }, at) => [id, { text, kept: kept[at] }]));
  const changed = withoutTree(now, after, grammar).map((each, at) => {
    const { id, text } = now[at] as Declaration;
    const found = same.get(id);
    // The same text mentions the same names: they are looked for once.
    return found?.kept !== undefined && found.text === text ? { ...each, mentions: found.kept.mentions } : each;
  });
  return { before: kept, after: changed, differences: differencesOf(known, now) };
}

function withoutTree(declarations: readonly Declaration[], { source }: SyntaxTree, grammar: Grammar): Initialised[] {
  const { name, bytes } = source;
  const again = once(() => declarationsOf(grammar.outline(sourceFile(name, bytes))));
  return declarations.map(({ key, kind, isComputed }, at) => ({
    key,
    kind,
    isComputed,
    mentions: once(() => (again()[at] as Declaration).mentions()),
  }));
}

/** Text that weaving adds as a whole changes no declaration. */
function differencesOf(known: ReadonlyMap<string, Declaration>, after: readonly Declaration[]): Difference[] {
  return after.flatMap((now) => {
    const old = known.get(now.id);
    if (old === undefined || old.text === now.text) return [];
    return [{ key: now.key, names: [...mentionedOnly(now, old), ...mentionedOnly(old, now)] }];
  });
}

/**
 * What `one` mentions and `other` does not. It can only stand where the texts differ: weaving puts nodes in the place of nodes, so the names
 * around them stay what they are. Most bodies need not be read for that.
 */
function mentionedOnly(one: Declaration, other: Declaration): string[] {
  const { start, end } = ownPart(one.text, other.text);
  if (!word.test(one.text.slice(Math.max(0, start - 1), end + 1))) return [];
  return [...one.mentionsIn(start, end)].filter((key) => {
    const name = byteString(Buffer.from(key.startsWith('.') ? key.slice(1) : key));
    return !other.text.includes(name) || !other.mentions().has(key);
  });
}

const word = /[\w\x80-\u01ff]/;

/** The range of a text without what the other one begins with and ends with too. */
function ownPart(text: string, other: string): { readonly start: number; readonly end: number } {
  const shorter = Math.min(text.length, other.length);
  let start = 0;
  while (start < shorter && text.charCodeAt(start) === other.charCodeAt(start)) start++;
  let behind = 0;
  const left = shorter - start;
  const [last, otherLast] = [text.length - 1, other.length - 1];
  while (behind < left && text.charCodeAt(last - behind) === other.charCodeAt(otherLast - behind)) behind++;
  return { start, end: text.length - behind };
}
