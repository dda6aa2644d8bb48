import { parseArgs } from 'node:util';
import { badUsage } from '../report/codes/cli.ts';
import { nearest } from '../report/nearest.ts';
import type { CommandSpec, OptionSpec, OptionSpecs } from './command-spec.ts';
import { buildOptions, type CommandName, commandTable } from './command-table.ts';
import { usageOf } from './usage.ts';

/** A word of a command line: an option, or what is none. */
export type CommandWord =
  | { readonly kind: 'option'; readonly name: string; readonly value: string | undefined }
  | { readonly kind: 'operand'; readonly text: string; readonly index: number }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'valueless'; readonly name: string; readonly text: string };

/** Takes a command line apart by a table of options. */
export function readWords(args: readonly string[], specs: OptionSpecs): readonly CommandWord[] {
  const names = new Map(
    Object.entries(specs).flatMap(([name, { alias }]) => [name, ...(alias ? [alias] : [])].map((each) => [each, name])),
  );
  const specOf = (name: string): OptionSpec | undefined => specs[names.get(name) ?? ''];
  const { tokens } = parseArgs({
    // As go's flags, -name is --name; parseArgs would take it for a group of letters.
    args: args.map((word) => word.replace(/^-(?=[^-])/, '--')),
    options: Object.fromEntries(
      [...names.keys()].map((name) => {
        const spec = specOf(name);
        return [name, { type: spec?.value && !spec.isOptional ? 'string' : 'boolean' }];
      }),
    ),
    strict: false,
    tokens: true,
  });
  return tokens.map((token): CommandWord => {
    const text = args[token.index] as string;
    if (token.kind === 'positional')
      return text.startsWith('-') ? { kind: 'unknown', text } : { kind: 'operand', text, index: token.index };
    const name = token.kind === 'option' ? names.get(token.name) : undefined;
    if (token.kind !== 'option' || name === undefined) return { kind: 'unknown', text };
    // Only switches of go's take a value: -race=false.
    if (specOf(name)?.value === undefined && token.value !== undefined && !Object.hasOwn(buildOptions, name))
      return { kind: 'unknown', text };
    if (specOf(name)?.value !== undefined && !specOf(name)?.isOptional && token.value === undefined)
      return { kind: 'valueless', name, text };
    // The word itself: one that begins with a dash was changed above.
    return { kind: 'option', name, value: token.inlineValue === false ? args[token.index + 1] : token.value };
  });
}

/** A command's part of a command line, read. */
export interface Options<Name extends string> {
  /** Whether a switch was given. */
  readonly has: (name: Name) => boolean;
  /** The last value of an option. */
  readonly value: (name: Name) => string | undefined;
  /** Every value of an option that may be given several times, in order. */
  readonly values: (name: Name) => readonly string[];
  readonly operands: readonly string[];
  /** Flags of the build, for go. */
  readonly flags: readonly string[];
}

/** The names of a command's options. */
type NamesOf<C extends CommandName> = keyof (typeof commandTable)[C]['options'] & string;

/**
 * Reads the words behind a command by its row in the table.
 *
 * @throws GotsError cli_usage
 */
export function parseOptions<C extends CommandName>(command: C, args: readonly string[]): Options<NamesOf<C>> {
  const spec: CommandSpec = commandTable[command];
  return parse(command, spec, args);
}

/**
 * Reads the words behind an action of `gots cache`.
 *
 * @throws GotsError cli_usage
 */
export function parseAction<A extends keyof (typeof commandTable)['cache']['actions']>(
  action: A,
  args: readonly string[],
): Options<keyof (typeof commandTable)['cache']['actions'][A]['options'] & string> {
  const { cache } = commandTable;
  return parse('cache', { ...cache, options: cache.actions[action].options }, args);
}

function parse<Name extends string>(command: CommandName, spec: CommandSpec, args: readonly string[]): Options<Name> {
  const specs: OptionSpecs = spec.isBuild ? { ...spec.options, ...buildOptions } : spec.options;
  const given = new Map<string, string[]>();
  const operands: string[] = [];
  const flags: string[] = [];
  const give = (name: string, value: string) => given.set(name, [...(given.get(name) ?? []), value]);
  for (const word of readWords(args, specs)) {
    if (word.kind === 'unknown') unknownWord(command, spec, word.text, specs);
    else if (word.kind === 'operand') {
      if (spec.operands === '') unknownWord(command, spec, word.text, specs);
      operands.push(word.text);
    } else if (word.kind === 'valueless') {
      if (!specs[word.name]?.isLoose) badUsage(`${word.text} needs a value`, usageOf(command));
      give(word.name, '');
    } else if (Object.hasOwn(buildOptions, word.name) && spec.isBuild)
      flags.push(word.value === undefined ? `-${word.name}` : `-${word.name}=${word.value}`);
    else {
      const [name, value] = specs[word.name]?.sets ?? [word.name, word.value ?? ''];
      give(name, value);
    }
  }
  return {
    has: (name) => given.has(name),
    value: (name) => given.get(name)?.at(-1),
    values: (name) => given.get(name) ?? [],
    operands,
    flags,
  };
}

function unknownWord(command: CommandName, spec: CommandSpec, word: string, specs: OptionSpecs): never {
  const noun = spec.operands === '' ? 'argument' : 'option';
  badUsage(
    `unknown ${noun} "${word}"${spec.isNameless ? '' : ` of gots ${command}`}`,
    `${didYouMean(word, Object.keys(specs))}${usageOf(command)}`,
  );
}

/** `did you mean "--json"? ` where an option of that kind is near; else ''. */
export function didYouMean(word: string, names: readonly string[]): string {
  if (!word.startsWith('-')) return '';
  const known = names.filter((name) => name.length > 1);
  const best = nearest(word.replace(/^--?/, '').replace(/=[\s\S]*/, ''), known);
  return best === undefined ? '' : `did you mean "--${best}"? `;
}
