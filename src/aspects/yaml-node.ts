import type { Span } from '../report/diagnostic.ts';

/** YAML as the dialects read it: merge keys and aliases resolved, every scalar still text, a span on everything. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly span: Span;
  /** Decoded; what it means (text, number, yes or no) is up to the reader. */
  readonly text: string;
  /** Written bare: only then can it be a number, `true`, `false` or nothing. */
  readonly plain: boolean;
  /** Position of the first character of each line of `text`. */
  readonly lines: () => readonly Span[];
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly YamlNode[];
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly YamlEntry[];
}

export interface YamlEntry {
  readonly key: string;
  readonly span: Span;
  readonly value: YamlNode;
}

/** True for an absent value: `key:`, `key: null`, `key: ~`. */
export function isNothing(node: YamlNode | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.plain && /^(|~|null|Null|NULL)$/.test(node.text));
}
