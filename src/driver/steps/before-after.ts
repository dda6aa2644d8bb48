import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WovenPackage } from '../../weave/weave-request.ts';
import type { SourcePair } from '../serve/tally.ts';
import { type PackageCompile, recordedName } from './package-compile.ts';

/** The files of a package that weaving changed or added, for the report. */
export function sourcePairs(compilation: PackageCompile, woven: WovenPackage): readonly SourcePair[] {
  const { command, request } = compilation;
  const changed = new Map(woven.files.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const])));
  const pairs = command.goFiles.flatMap((file): SourcePair[] => {
    const name = recordedName(compilation, file);
    const after = changed.get(name);
    if (after === undefined) return [];
    return [{ name, before: readFileSync(resolve(request.cwd, file), 'utf8'), after: after.toString('utf8') }];
  });
  return [...pairs, ...woven.added.map(({ name, text }) => ({ name, after: text.toString('utf8') }))];
}
