import { filledTextOf } from '../../../aspects/schema.ts';
import { text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { doublestar } from '../../../lang/patterns/doublestar.ts';
import { functionName } from '../../../lang/tree/functions.ts';
import { aspectBadValue } from '../../../report/codes/aspect.ts';
import { everywhere } from '../../conditions/condition.ts';
import { maybe, nothing, silentOption, undecided } from '../../nothing.ts';
import type { OptionKind } from '../../option-kind.ts';
import { notAName } from '../../reasons.ts';
import { nameReason } from '../what-there-is.ts';

/** A pattern over the whole name: `*`, `?`, `[a-z]` and `{a,b}`. Literals have no name. */
export interface NameGlob {
  readonly kind: 'name-glob';
  readonly pattern: string;
}

export const nameGlob: OptionKind<NameGlob> = {
  words: {
    'name-glob': {
      shape: text('a pattern'),
      doc: 'The whole name matches: `*` is any text, `?` one character, `[a-z]` and `{a,b}` one of several; literals have none.',
      example: "'Get*'",
      read: (entry) => ({ kind: 'name-glob', pattern: read(entry) }),
    },
  },
  types: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: ({ pattern }) => literals(pattern),
  near: ({ pattern }) => literals(pattern),
  reach: maybe,
  bound: () => everywhere,
  holds: ({ pattern }, fn) => fn.kind === 'FuncDecl' && doublestar(pattern).test(functionName(fn)),
  explain: { package: undecided, node: (_, fn) => nameReason(fn) },
  lint: {
    ...silentOption,
    impossible: ({ pattern }) => {
      const sample = pattern.replace(/[*?]/g, 'x');
      const fits = hasSets(pattern) || notAName(sample, '') === undefined;
      return fits ? undefined : `"${pattern}" is not a pattern of function names`;
    },
    fixes: ({ pattern }) =>
      hasSets(pattern) || /[*?]/.test(pattern) ? [] : [['the name of a function', JSON.stringify(pattern)]],
  },
};

/** Whether there are classes, alternatives or escapes in it, besides `*` and `?`. */
function hasSets(pattern: string): boolean {
  return /[[\]{}\\]/.test(pattern);
}

/** Texts that each name has in it. */
function literals(pattern: string): readonly string[] {
  return hasSets(pattern) ? [] : pattern.split(/[*?]+/).filter((part) => part !== '');
}

/** @throws GotsError aspect_bad_value, and others for what is no text */
function read(entry: YamlEntry): string {
  const pattern = filledTextOf(entry, 'the join point');
  try {
    doublestar(pattern);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    aspectBadValue(entry.value.span, '"name-glob"', pattern, `a pattern: ${error.message}`);
  }
  return pattern;
}
