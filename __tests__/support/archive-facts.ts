import { readFileSync } from 'node:fs';
import { peekArchive, peekArchiveFile } from '../../src/toolexec/export-data.ts';
import { go } from './go-command.ts';

interface Listed {
  readonly ImportPath: string;
  readonly Name: string;
  readonly Imports?: readonly string[];
  readonly Export?: string;
  readonly CompiledGoFiles?: readonly string[];
}

/** What peekArchive and what the go command say about each package that `go list` names, under the same keys. */
export interface ArchiveFacts {
  readonly read: Readonly<Record<string, unknown>>;
  readonly listed: Readonly<Record<string, unknown>>;
}

/**
 * Builds packages with their dependencies, and gathers what their archives and `go list` say.
 *
 * @param packages patterns, and flags of go list such as -test
 * @param env GOTOOLCHAIN and the like
 */
export function archiveFacts(
  packages: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): ArchiveFacts {
  const flags = ['-export', '-deps', '-compiled', '-json=ImportPath,Name,Imports,Export,CompiledGoFiles'];
  const text = go(['list', ...flags, ...packages], cwd, env);
  const packagesListed = (JSON.parse(`[${text.replaceAll('\n}\n{', '\n},\n{')}]`) as readonly Listed[]).filter(
    // Directories that hold nothing but tests are listed, yet have no archive.
    ({ ImportPath, CompiledGoFiles }) => ImportPath !== 'unsafe' && CompiledGoFiles !== undefined,
  );
  const key = ({ ImportPath }: Listed) => ImportPath;
  return {
    read: Object.fromEntries(packagesListed.map((p) => [key(p), p.Export && readFacts(p.ImportPath, p.Export)])),
    listed: Object.fromEntries(packagesListed.map((p) => [key(p), factsOf(p)])),
  };
}

function readFacts(importPath: string, archive: string): unknown {
  const facts = peekArchiveFile(archive);
  // In memory or on disk, it is one reading.
  if (JSON.stringify(facts) !== JSON.stringify(peekArchive(readFileSync(archive))))
    throw new Error(`${archive} reads differently`);
  return facts && { ...facts, imports: facts.imports.filter((path) => isImported(importPath, path)) };
}

/** For test mains, go list names `reflect` always (load.TestMainDeps), while _testmain.go imports it only if there is a TestMain. */
function isImported(importPath: string, path: string): boolean {
  return path !== 'unsafe' && path !== 'C' && !(importPath.endsWith('.test') && path === 'reflect');
}

function factsOf(listed: Listed): unknown {
  const imports = (listed.Imports ?? []).map(withoutVariant).filter((path) => isImported(listed.ImportPath, path));
  return {
    path: listed.Name === 'main' ? 'main' : withoutVariant(listed.ImportPath),
    name: listed.Name,
    imports: [...new Set(imports)].sort(),
  };
}

function withoutVariant(path: string): string {
  return path.replace(/ \[.*\]$/, '');
}
