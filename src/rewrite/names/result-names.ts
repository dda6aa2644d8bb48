import { signatureOf } from '../../lang/tree/signature.ts';
import type { GoNode, Unit } from '../../lang/tree/unit.ts';
import { freeName } from './entry-names.ts';
import type { OwnNames } from './own-names.ts';
import { renameFree } from './rename.ts';

/**
 * Gives the results of a function names made of a prefix and an index, where they have none. The code that counts on these
 * names is made to use others where advice has named the results already, or the function has the name for something else.
 *
 * @param code statements that refer to `<prefix><index>`; undefined as long as there are none
 */
export function nameResults(fn: GoNode, prefix: string, code: Unit | undefined, own: OwnNames): void {
  const { results } = signatureOf(fn);
  const unnamed = results.fields.filter(({ written }) => written.length === 0);
  if (unnamed.length === 0) return;
  const renamed = new Map<string, string>();
  for (const [i, field] of results.fields.entries()) {
    const name = `${prefix}${i}`;
    const [given] = field.names;
    if (given === undefined || given === '_') field.names = [freeName(results, name, own)];
    if (field.names[0] !== name) renamed.set(name, field.names[0] as string);
  }
  results.changed = true;
  if (code !== undefined && renamed.size > 0) renameFree(code, renamed);
}
