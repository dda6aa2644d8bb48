import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { WovenPackage } from '../../weave/weave-request.ts';
import type { SourcePair } from '../serve/session.ts';
import type { Host } from './compile-step.ts';
import { recordedName } from './type-checker.ts';

/** The files of a package that weaving changed or added, for the report. */
export function sourcePairs(host: Host, woven: WovenPackage): readonly SourcePair[] {
  const { command, request } = host;
  const changed = new Map(woven.files.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const])));
  const pairs = command.goFiles.flatMap((file): SourcePair[] => {
    const name = recordedName(host, file);
    const after = changed.get(name);
    if (after === undefined) return [];
    return [{ name, before: readFileSync(resolve(request.cwd, file), 'utf8'), after: after.toString('utf8') }];
  });
  return [...pairs, ...woven.added.map(({ name, text }) => ({ name, after: text.toString('utf8') }))];
}
