import { relative } from 'node:path';
import type { BuildKind } from '../../cache/packs/manifest-names.ts';
import { branches } from '../../cache/remote/branch.ts';
import type { BuildFlags } from '../../go/flags.ts';

/** What {@link buildKind} is told of a build; the command and the cache program find the same out in different ways. */
export interface KindFacts {
  readonly module: string;
  /** Folder of the main module and of the go command, symbolic links resolved. */
  readonly moduleDir: string;
  readonly cwd: string;
  readonly toolchain: string;
  readonly code: string;
  readonly flags: BuildFlags;
  /** As {@link import('../../go/go-env.ts').GoEnv.system}; cmd/go tells it to all that it starts. */
  readonly system: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Flags that change most archives of a build. */
const archiveFlags = ['race', 'msan', 'asan', 'cover', 'covermode', 'tags', 'trimpath', 'buildmode', 'compiler'];
const compileFlags: ReadonlySet<string> = new Set(['gcflags', 'asmflags']);

/** Of which kind a build is: builds of one kind ask for the same packages. */
export function buildKind({ module, moduleDir, cwd, toolchain, code, flags, system, env }: KindFacts): BuildKind {
  const values = archiveFlags.flatMap((name) => {
    const value = flags.values.get(name);
    return value === undefined || value === 'false' ? [] : [`-${name}${value === 'true' ? '' : `=${value}`}`];
  });
  const compiling = flags.perPackage.filter(({ flag }) => compileFlags.has(flag));
  const target = [system, ...values, ...compiling.map(({ flag, value }) => `-${flag}=${value}`)].join(' ');
  // `run` and `install` compile what `build` does.
  const command = flags.command === 'test' || flags.command === 'vet' ? flags.command : 'build';
  const place = relative(moduleDir, cwd);
  const packages = flags.packages.length === 0 ? ['.'] : [...flags.packages].sort();
  const { current, defaults } = branches(moduleDir, env);
  return {
    module,
    target,
    toolchain,
    code,
    command: [command, ...(place === '' ? [] : [`-C ${place}`]), ...packages].join(' '),
    branch: current,
    defaultBranches: defaults,
  };
}
