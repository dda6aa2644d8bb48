import { readFlags, splitQuoted } from '../../go/flags.ts';
import {
  inputFlagForPackage,
  inputNotBoolean,
  inputNotNumber,
  inputPackageForFlag,
  inputReservedFlag,
  inputUnclosedQuote,
  inputUnknownValue,
} from '../../report/codes/action.ts';
import { parseTargets, type Target } from '../targets/target.ts';

/** How an input is read. `value` is never blank: a blank one counts as not given. */
export interface InputParser<T> {
  /** As in action.yml. */
  readonly fallback: string;
  readonly parse: (name: string, value: string) => T;
}

/** One line of text as it is. */
export function textInput(fallback: string): InputParser<string> {
  return { fallback, parse: (_, value) => value };
}

export function choiceInput<T extends string>(fallback: T, known: readonly T[]): InputParser<T> {
  return { fallback, parse: (name, value) => known.find((k) => k === value) ?? inputUnknownValue(name, value, known) };
}

/** The spellings of YAML 1.2, as @actions/core takes them. */
export function flagInput(fallback: boolean): InputParser<boolean> {
  const parse = (name: string, value: string) => {
    if (/^(true|True|TRUE)$/.test(value)) return true;
    return /^(false|False|FALSE)$/.test(value) ? false : inputNotBoolean(name, value);
  };
  return { fallback: `${fallback}`, parse };
}

export function wholeNumber(fallback: number, least: number, most: number): InputParser<number> {
  const parse = (name: string, value: string) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    return number >= least && number <= most ? number : inputNotNumber(name, value, least, most);
  };
  return { fallback: `${fallback}`, parse };
}

/** Words separated by blanks and lines; quotes keep blanks in a word, as in GOFLAGS. */
export function words(fallback: string): InputParser<readonly string[]> {
  return { fallback, parse: splitWords };
}

export function packages(fallback: string): InputParser<readonly string[]> {
  const parse = (name: string, value: string) => {
    const found = splitWords(name, value);
    const odd = found.find((word) => word.startsWith('-'));
    return odd === undefined ? found : inputFlagForPackage(odd);
  };
  return { fallback, parse };
}

/** Flags that the action sets; another value would make its report untrue or write elsewhere. */
const reserved = ['o', 'C', 'toolexec', 'n', 'json', 'exec', 'c', 'i', 'a', 'overlay'] as const;

/** Flags of a go command. */
export function goFlags(command: 'build' | 'test'): InputParser<readonly string[]> {
  const parse = (name: string, value: string) => {
    const found = splitWords(name, value);
    const flags = readFlags([command, ...found], []);
    const odd = flags.packages[0] ?? found.find((word) => word === '-args' || word === '--args' || word === '--');
    if (odd !== undefined) inputPackageForFlag(name, odd);
    const taken = reserved.find((known) => flags.values.has(known) || (known === 'C' && flags.chdir !== undefined));
    return taken === undefined ? found : inputReservedFlag(name, taken);
  };
  return { fallback: '', parse };
}

export function targets(fallback: string): InputParser<readonly Target[]> {
  return { fallback, parse: (_, value) => parseTargets(value) };
}

function splitWords(name: string, value: string): readonly string[] {
  const rest = value.replaceAll(/"[^"]*"|'[^']*'|[^\s"'][^\s]*/g, '');
  if (/["']/.test(rest)) inputUnclosedQuote(name, value);
  return splitQuoted(value);
}
