import { readFileSync } from 'node:fs';
import { bazelFlagMissing, bazelParamsUnreadable } from '../../report/codes/bazel.ts';

/**
 * Replaces each `-param=FILE` by the words of that file, as rules_go's builder does.
 *
 * @throws GotsError bazel_params_unreadable
 * @see rules_go, go/tools/builders/env.go, expandParamsFiles
 */
export function expandParams(args: readonly string[]): readonly string[] {
  return args.flatMap((word) => {
    const file = /^-param=(.*)$/s.exec(word)?.[1];
    return file === undefined ? [word] : readParams(file);
  });
}

function readParams(file: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    return bazelParamsUnreadable(file, (error as Error).message);
  }
  const words: string[] = [];
  let word = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === "'") isQuoted = !isQuoted;
    else if (char === '\\' && !isQuoted) {
      at++;
      if (at === text.length) return bazelParamsUnreadable(file, 'it ends behind a backslash');
      word += text[at];
    } else if (char === '\n' && !isQuoted) {
      words.push(word);
      word = '';
    } else word += char;
  }
  if (isQuoted) return bazelParamsUnreadable(file, 'a quote in it is not closed');
  return word === '' ? words : [...words, word];
}

/** Flags that take no value, by action; `-v` and `-work` are those of all. */
const switches: Readonly<Record<string, readonly string[]>> = {
  stdlib: ['race', 'msan', 'shared', 'dynlink'],
  link: ['race', 'msan', 'cover'],
};

/** The flags of an action, as far as they come before `--`. */
export class BuilderFlags {
  private readonly verb: string;
  private readonly given = new Map<string, string[]>();

  /** @param args behind the verb, parameter files expanded */
  constructor(verb: string, args: readonly string[]) {
    this.verb = verb;
    const alone = new Set(['v', 'work', ...(switches[verb] ?? [])]);
    for (let at = 0; at < args.length && args[at] !== '--'; at++) {
      const [, name, inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(args[at] as string) ?? [];
      if (name === undefined || (inline === undefined && alone.has(name))) continue;
      const value = inline ?? args[++at] ?? '';
      const values = this.given.get(name);
      if (values) values.push(value);
      else this.given.set(name, [value]);
    }
  }

  /** The last value. */
  value(name: string): string | undefined {
    return this.given.get(name)?.at(-1);
  }

  /** Every value, in order. */
  values(name: string): readonly string[] {
    return this.given.get(name) ?? [];
  }

  /** @throws GotsError bazel_flag_missing */
  need(name: string): string {
    return this.value(name) ?? bazelFlagMissing(this.verb, `-${name}`);
  }
}

/** An archive that an action is given: `PATHS=PACKAGE=FILE`. */
export interface BuilderArchive {
  /** Import paths in sources, the first one its own. */
  readonly importPaths: readonly string[];
  /** Path in archives. */
  readonly packagePath: string;
  readonly file: string;
}

/** Reads a value of `-arc`. */
export function readArchive(value: string): BuilderArchive {
  const [paths = '', packagePath = '', ...file] = value.split('=');
  return { importPaths: paths.split(':'), packagePath, file: file.join('=') };
}
