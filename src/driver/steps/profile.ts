import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseJsonStream } from '../../go/go.ts';
import type { GoCommands } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';

const found = new WeakMap<GoProcess, Map<string, Promise<string>>>();

/**
 * The profile that cmd/go uses for a package compiled with -pgoprofile: the one named by -pgo, or default.pgo beside the
 * main package (build-protocol D2: a child's `go list` would not find it).
 *
 * @param forMain import path of the main package that the package is compiled or linked for; undefined when the build has one profile
 * @returns absolute path, or 'off' if there is none
 */
export function findProfile(
  go: Pick<GoCommands, 'list'>,
  owner: GoProcess,
  forMain: string | undefined,
): Promise<string> {
  const known = found.get(owner) ?? new Map<string, Promise<string>>();
  found.set(owner, known);
  const key = forMain ?? '';
  let profile = known.get(key);
  if (!profile) {
    profile = search(go, owner, forMain);
    known.set(key, profile);
  }
  return profile;
}

async function search(go: Pick<GoCommands, 'list'>, owner: GoProcess, forMain: string | undefined): Promise<string> {
  const named = owner.flags?.values.get('pgo');
  if (named !== undefined && named !== 'auto') return named === 'off' ? 'off' : resolve(owner.cwd, named);
  // Files on the command line make a package that no pattern names.
  const hasPath = forMain !== undefined && forMain !== 'command-line-arguments';
  const patterns = hasPath ? [forMain] : (owner.flags?.packages ?? []);
  const result = await go.list(owner, ['-e', '-json=Dir,Name', '--', ...patterns]);
  const mains = parseJsonStream<{ Dir?: string; Name?: string }>(result.stdout).filter(
    (p) => p.Name === 'main' && p.Dir,
  );
  const profiles = mains.map((p) => join(p.Dir as string, 'default.pgo')).filter((file) => existsSync(file));
  return profiles[0] ?? 'off';
}
