import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Facts } from '../../cache/keys.ts';
import { packageClauseName } from '../../lang/syntax/raw-file.ts';
import { type CompileCommand, changeCompile, parseImportPath } from '../../toolexec/argv.ts';
import { type Importcfg, parseImportcfg } from '../../toolexec/importcfg.ts';
import { type LinkDep, mergeLinkDeps } from '../../toolexec/link-deps.ts';
import { applyRewrites } from '../../toolexec/trimpath.ts';
import type { ToolRequest } from '../front/protocol.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Job } from '../serve/jobs.ts';
import type { ArchiveDeps } from './archive-deps.ts';
import { languageFor } from './language.ts';
import type { PackageSources } from './oracle.ts';

/** One compile of a package, as cmd/go asks for it. */
export interface PackageCompile {
  readonly command: CompileCommand;
  readonly request: ToolRequest;
  readonly owner: GoProcess;
  readonly job: Job;
  readonly importcfg: Importcfg;
  readonly facts: Facts;
  /** Whether the archive that cmd/go makes of it tells the same facts (peekArchiveFile). */
  readonly isTold: boolean;
  /** Language version that replaces cmd/go's; '' where cmd/go's is right. */
  readonly language: string;
}

/**
 * Reads what a compile is about: its importcfg, the link dependencies of what it imports, and its first file.
 *
 * @param given what cmd/go asked for; the command must have an importcfg and a Go file
 * @param languages language versions by module path, see {@link languageFor}
 * @throws GotsError link_deps_unreadable
 */
export function describeCompile(
  given: Pick<PackageCompile, 'command' | 'request' | 'owner' | 'job'>,
  deps: ArchiveDeps,
  languages: Readonly<Record<string, string>> | undefined,
): PackageCompile {
  const { command, request, owner, job } = given;
  const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg as string), 'utf8'));
  const inherited: LinkDep[] = [];
  for (const file of importcfg.packageFiles.values()) inherited.push(...deps.of(resolve(request.cwd, file)));
  const path = command.packagePath === 'main' || request.importPath !== '' ? request.importPath : command.packagePath;
  const testMain = command.packagePath === 'main' && command.goFiles.some((file) => basename(file) === '_testmain.go');
  const firstFile = readFileSync(resolve(request.cwd, command.goFiles[0] as string));
  const imports = [...importcfg.packageFiles.keys()].sort();
  const satisfied = mergeLinkDeps(inherited).filter(
    (dep) => dep.kind === 'relocation' || !importcfg.packageFiles.has(dep.path),
  );
  const facts: Facts = { path, name: packageClauseName(firstFile) ?? '', imports, testMain, inherited: satisfied };
  const language = languageFor(languages, parseImportPath(path).path) ?? '';
  const known = language === '' ? command : changeCompile(command, { lang: language });
  return { command: known, request, owner, job, importcfg, facts, isTold: isTold(command, facts), language };
}

/** An archive has the path that -p says: none for a main package, and no mark of a test. `-d` and `-linkobj` give it another form. */
function isTold({ packagePath, flags }: CompileCommand, { path, name, inherited }: Facts): boolean {
  const isOther = flags.some((flag) => flag.name === 'd' || flag.name === 'linkobj');
  return path === packagePath && name !== 'main' && inherited.length === 0 && !isOther;
}

/** A package for type checking: what the compiler is given. */
export function sourcesOf(compilation: PackageCompile, importPath: string, goarch: string): PackageSources {
  const { command, request, importcfg } = compilation;
  const absolute = (file: string) => resolve(request.cwd, file);
  return {
    importPath,
    lang: command.lang,
    goarch,
    files: command.goFiles.map((name) => ({ name: recordedName(compilation, name), path: absolute(name) })),
    packageFiles: new Map([...importcfg.packageFiles].map(([path, file]) => [path, absolute(file)])),
    importMap: importcfg.importMap,
  };
}

/**
 * The name that positions in woven text give to a file. The compiler would shorten it under -trimpath, but records columns of the text
 * as it stands, behind a name in it: that must not depend on where the file lies.
 */
export function recordedName({ command, request }: PackageCompile, name: string): string {
  return applyRewrites(resolve(request.cwd, name), command.trimpath ?? '');
}
