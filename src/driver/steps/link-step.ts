import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { splitQuoted } from '../../go/flags.ts';
import { variantMismatch } from '../../report/codes/build.ts';
import { predeclaredPath } from '../../rewrite/names/predeclared-package.ts';
import { changeLink, parseImportPath, parseLink, printLink } from '../../toolexec/argv.ts';
import { archiveLinks } from '../../toolexec/fingerprints.ts';
import { addPackageFiles, modinfoOf, parseImportcfg, printImportcfg, setModinfo } from '../../toolexec/importcfg.ts';
import type { Reply, ToolRequest } from '../front/protocol.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import type { Archive } from '../injected/package-archive.ts';
import type { Resolver } from '../injected/resolver.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands, Records } from '../ports.ts';
import type { CachePolicy } from '../serve/cache-policy.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Job } from '../serve/jobs.ts';
import type { LinkedPrograms } from '../summary/linked-programs.ts';
import type { ArchiveDeps } from './archive-deps.ts';
import { extendedModinfo } from './injected-modules.ts';
import { findProfile } from './profile.ts';

/** What a link works with. */
export interface LinkContext {
  readonly plan: Plan;
  readonly go: Pick<GoCommands, 'list' | 'settings'>;
  readonly records: Records;
  readonly injected: Pick<InjectedPackages, 'identities' | 'overlay'>;
  readonly resolver: Pick<Resolver, 'resolve'>;
  readonly policy: Pick<CachePolicy, 'linkBegan'>;
  readonly deps: ArchiveDeps;
  /** Notes what programs hold; undefined where none is asked. */
  readonly programs?: Pick<LinkedPrograms, 'note'> | undefined;
}

/**
 * Answers one link: gives the linker every archive that woven code needs and go does not know of, and lists their modules
 * in the binary's build information.
 *
 * @throws GotsError build_variant_mismatch and those of the injected packages
 */
export async function linkStep(context: LinkContext, owner: GoProcess, request: ToolRequest, job: Job): Promise<Reply> {
  const command = parseLink(request.args);
  if (owner.token === '') context.policy.linkBegan(owner, command.mainActionId);
  const asIs: Reply = { kind: 'exec', argv: [request.tool, ...request.args], env: [] };
  if (!command.importcfg) return asIs;
  const importcfg = parseImportcfg(readFileSync(resolve(request.cwd, command.importcfg), 'utf8'));
  if (owner.token === '') context.programs?.note(importcfg);
  const added = await closureOf(context, owner, job, importcfg.packageFiles, request);
  if (added.length === 0) return asIs;
  // Only tests hold variants of packages; everywhere else the linker's own check is enough.
  if (owner.flags?.command === 'test') checkVariants(added, importcfg.packageFiles, basename(command.output));
  const files = new Map(added.map((archive) => [archive.path, archive.file]));
  let extended = addPackageFiles(importcfg, files);
  const modinfo = modinfoOf(importcfg);
  if (modinfo !== undefined) {
    const paths = [...files.keys()].filter((path) => path !== predeclaredPath);
    extended = setModinfo(extended, await extendedModinfo(context, owner, modinfo, paths));
  }
  const folder = join(dirname(resolve(request.cwd, command.importcfg)), 'gots');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'importcfg.link');
  writeFileSync(file, printImportcfg(extended));
  const extld = await linkerFor(context, owner, command.extld, added);
  const changed = changeLink(command, { importcfg: file, ...(extld === undefined ? {} : { extld }) });
  return { kind: 'exec', argv: [request.tool, ...printLink(changed)], env: [] };
}

/** Archives that the link lacks, found from the link dependencies of all archives, added ones included. */
async function closureOf(
  context: LinkContext,
  owner: GoProcess,
  job: Job,
  present: ReadonlyMap<string, string>,
  request: ToolRequest,
): Promise<readonly Archive[]> {
  const { deps, resolver } = context;
  const added = new Map<string, Archive>();
  let files = [...present.values()].map((file) => resolve(request.cwd, file));
  while (files.length > 0) {
    const wanted = new Set(files.flatMap((file) => deps.of(file)).map((dep) => dep.path));
    const missing = [...wanted].filter((path) => !present.has(path) && !added.has(path)).sort();
    const pgo = missing.length > 0 ? await findProfile(context, owner, mainOf(request.importPath)) : 'off';
    const resolved = await Promise.all(
      missing.map((path) => resolver.resolve({ path, host: request.importPath, job, owner, pgo, span: undefined })),
    );
    files = [];
    for (const archive of resolved.flat()) {
      if (present.has(archive.path) || added.has(archive.path)) continue;
      added.set(archive.path, archive);
      files.push(archive.file);
    }
  }
  return [...added.values()];
}

/**
 * The external linker, if it must be another than cmd/go chose: that takes the C++ compiler when a package it knows of holds C++
 * (gc.go, ld, Go 1.24 to 1.27), and does not know of the added ones (build-protocol D5). A user's own -extld stays.
 */
async function linkerFor(
  { go, injected }: LinkContext,
  owner: GoProcess,
  chosen: string | undefined,
  added: readonly Archive[],
): Promise<string | undefined> {
  if (chosen === undefined || !added.some((archive) => injected.identities.isCxx(archive.path))) return undefined;
  const { CC = '', CXX = '' } = await go.settings(owner, ['CC', 'CXX']);
  return splitQuoted(chosen).join('\n') === splitQuoted(CC).join('\n') ? CXX : undefined;
}

/** The main package whose profile counts for a link: of a test binary the package under test. */
function mainOf(importPath: string): string {
  return parseImportPath(importPath).path.replace(/\.test$/, '');
}

/** Injected archives must have been compiled against the very packages this binary holds (build-protocol D3). */
function checkVariants(added: readonly Archive[], present: ReadonlyMap<string, string>, binary: string): void {
  const fingerprints = new Map<string, string | undefined>();
  for (const archive of added) {
    const links = archiveLinks(readFileSync(archive.file));
    for (const [path, wanted] of links?.imports ?? []) {
      const file = present.get(path);
      if (file === undefined) continue;
      if (!fingerprints.has(path)) fingerprints.set(path, archiveLinks(readFileSync(file))?.fingerprint);
      const held = fingerprints.get(path);
      if (held !== undefined && held !== wanted) variantMismatch(archive.path, path, binary);
    }
  }
}
