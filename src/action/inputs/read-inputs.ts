import { inputHoldsNul } from '../../report/codes/action.ts';
import { GotsError } from '../../report/diagnostic.ts';
import type { InputParser } from './parsers.ts';
import { type Inputs, inputTable } from './table.ts';

/** Either all inputs, or every mistake in them. */
export type ReadInputs =
  | { readonly kind: 'read'; readonly inputs: Inputs }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly GotsError[] };

/**
 * Reads the inputs from the variables that the runner sets, `INPUT_<NAME>`.
 *
 * @returns all mistakes at once, so that they can be mended at once
 */
export function readInputs(env: NodeJS.ProcessEnv): ReadInputs {
  const mistakes: GotsError[] = [];
  const values = Object.entries(inputTable).map(([name, parser]) => {
    try {
      return [name, readInput(env, name, parser)];
    } catch (error) {
      if (!(error instanceof GotsError)) throw error;
      mistakes.push(error);
      return [name, undefined];
    }
  });
  if (mistakes.length > 0) return { kind: 'mistaken', mistakes };
  return { kind: 'read', inputs: Object.fromEntries(values) as Inputs };
}

function readInput(env: NodeJS.ProcessEnv, name: string, parser: InputParser<unknown>): unknown {
  const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
  if (given.includes('\0')) inputHoldsNul(name);
  const value = given === '' ? parser.fallback : given;
  return parser.parse(name, value);
}
