import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { type WeaveRecord, weaveId } from '../../cache/keys.ts';
import { injectionCycle } from '../../report/codes/build.ts';
import type { Span } from '../../report/diagnostic.ts';
import { changeCompile, parseCompile, parseImportPath, printCompile } from '../../toolexec/argv.ts';
import { flagValue } from '../../toolexec/flags.ts';
import { addPackageFiles, printImportcfg } from '../../toolexec/importcfg.ts';
import { type LinkDep, linkDepsMember, mergeLinkDeps, printLinkDeps } from '../../toolexec/link-deps.ts';
import type { Match, WovenPackage } from '../../weave/weave-request.ts';
import type { Reply, ToolRequest } from '../front/protocol.ts';
import type { Archive } from '../injected/archive.ts';
import { describeRing, type Resolver } from '../injected/resolver.ts';
import type { CachePolicy } from '../serve/cache-policy.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Job } from '../serve/jobs.ts';
import { isUntouched, untouched } from '../serve/known-actions.ts';
import { identitiesOf, liveAspects, packageFacts, type Session } from '../serve/session.ts';
import type { ArchiveDeps } from './archive-deps.ts';
import { sourcePairs } from './before-after.ts';
import { checkOrder, hiddenErrors } from './check-woven.ts';
import { type Compilation, describeCompilation, recordedName, sourcesOf } from './compilation.ts';
import { languageFlags } from './language.ts';
import { findProfile } from './profile.ts';
import { isSparable, restore } from './reuse-object.ts';
import type { TypeChecker } from './type-checker.ts';
import type { Weaver } from './weaver.ts';
import { type Afterwards, messagesOfPlainGo } from './woven-compile.ts';

/** What it works with. */
export interface CompileContext {
  readonly session: Session;
  readonly policy: CachePolicy;
  readonly resolver: Resolver;
  readonly weaver: Weaver;
  readonly types: TypeChecker;
  readonly deps: ArchiveDeps;
}

/** The answer to a request, and what follows when its command has ended. */
export interface Step {
  readonly reply: Reply;
  readonly afterwards?: Afterwards;
}

/**
 * Answers one compile: runs it as it is, runs it on woven files, or hands out what an earlier build made of the same text.
 *
 * @throws GotsError of weaving and of the injected packages; nothing half-woven is ever compiled
 */
export async function compileStep(
  context: CompileContext,
  owner: GoProcess,
  request: ToolRequest,
  job: Job,
): Promise<Step> {
  const command = parseCompile(request.args);
  const asIs: Step = { reply: { kind: 'exec', argv: [request.tool, ...request.args], env: [] } };
  const prefix = command.buildId?.actionId;
  if (!command.importcfg || !prefix || command.goFiles.length === 0) return asIs;
  const { languages } = context.session.plan.injection ?? {};
  const host = describeCompilation({ command, request, owner, job }, context.deps, languages);
  const { session, policy } = context;
  const facts = packageFacts(host.facts, session.plan);
  session.names.set(facts.importPath, host.facts.name);
  const again = owner.chain.findIndex(({ host: above }) => above === facts.importPath);
  if (again >= 0) injectionCycle(describeRing(owner.chain.slice(again)), undefined);
  const live = liveAspects(session, facts);
  session.stats.compiles++;
  if (live.length === 0 && host.facts.inherited.length === 0 && host.language === '')
    return (await untouchedReply(context, host, prefix)) ?? asIs;
  const types = () => context.types.open(owner, sourcesOf(host, facts.importPath));
  if (live.length > 0) await policy.recallNames();
  const woven =
    live.length > 0 ? await context.weaver.weave(readRequest(host, facts, session), live, types) : undefined;
  const record = recordOf(host, woven);
  if (isUntouched(record, host.facts)) return (await untouchedReply(context, host, prefix)) ?? asIs;
  return compileWoven(context, host, woven, prefix, record);
}

function noteCompiled({ owner }: Compilation, session: Session): void {
  if (owner.chain.length === 0) session.stats.compiled++;
}

/** A package that weaving leaves alone, which only now is known: the user's cache may hold it. */
async function untouchedReply(context: CompileContext, host: Compilation, prefix: string): Promise<Step | undefined> {
  const { session, policy, deps } = context;
  await policy.compiled(host.owner, prefix, { facts: host.facts });
  const kept = isSparable(host) ? await policy.plainObject(host.owner, prefix) : undefined;
  const restored = kept && restore(host, kept, deps);
  if (restored) session.stats.restored++;
  else noteCompiled(host, session);
  return restored && { reply: restored };
}

function readRequest(host: Compilation, facts: ReturnType<typeof packageFacts>, session: Session) {
  const { command, request } = host;
  return {
    facts,
    files: command.goFiles.map((name) => ({
      name: recordedName(host, name),
      bytes: readFileSync(resolve(request.cwd, name)),
    })),
    packageName: (path: string) => session.names.get(host.importcfg.importMap.get(path) ?? path),
    packageFiles: (path: string) => identitiesOf(session).goFilesOf(path),
    lang: command.lang,
    weaverVersion: session.plan.version,
  };
}

/** L1's answer. Main packages import blank whatever anything below them wants linked. */
function recordOf(host: Compilation, woven: WovenPackage | undefined): WeaveRecord {
  const links = woven?.links ?? [];
  const changed = woven?.files.filter((file) => file.text) ?? [];
  const wanted = host.facts.inherited.filter((dep) => dep.kind === 'relocation').map((dep) => dep.path);
  const pending = host.command.packagePath === 'main' ? [...new Set([...wanted, ...links])] : [];
  const imports = (woven?.imports ?? []).filter((path) => path !== 'unsafe' && !host.importcfg.packageFiles.has(path));
  const added = woven?.added ?? [];
  if (changed.length + added.length + pending.length + links.length === 0 && host.language === '') return untouched;
  const texts = [
    ...changed.flatMap((file) => [file.name.split('/').at(-1) as string, file.text as Buffer]),
    ...added.flatMap((file) => [file.first ? 'first' : 'added', file.name, file.text]),
  ];
  return {
    textHash: texts.length === 0 && host.language === '' ? '' : hashParts(host.language, woven?.lang ?? '', ...texts),
    imports: [...imports].sort(),
    links: [...links].sort(),
    pending: pending.filter((path) => !host.importcfg.packageFiles.has(path)).sort(),
  };
}

async function compileWoven(
  context: CompileContext,
  host: Compilation,
  woven: WovenPackage | undefined,
  prefix: string,
  record: WeaveRecord,
): Promise<Step> {
  const { session, policy } = context;
  const { command, request, owner } = host;
  const id = weaveId(session.plan.code, record, host.facts.inherited, (path) => identitiesOf(session).of(path));
  const matches = woven?.matches ?? [];
  const sources = session.reportsSources && woven ? sourcePairs(host, woven) : undefined;
  await policy.compiled(owner, prefix, { facts: host.facts, woven: { record, weaveId: id, matches, files: sources } });
  session.stats.woven++;
  const kept = isSparable(host) ? await policy.wovenObject(owner, prefix, id) : undefined;
  const restored = kept && restore(host, kept, context.deps);
  if (restored) {
    session.stats.restored++;
    return { reply: restored };
  }
  noteCompiled(host, session);
  const output = resolve(request.cwd, command.output);
  const archives = await resolveAll(context, host, record, woven);
  const pending = command.packagePath === 'main' ? pendingOf(context, host, record, archives) : [];
  const deps = mergeLinkDeps([
    ...host.facts.inherited,
    ...record.links.map((path): LinkDep => ({ kind: 'relocation', path })),
    ...record.imports.map((path): LinkDep => ({ kind: 'import', path })),
    ...archives.flatMap((archive) => context.deps.of(archive.file)),
  ]);
  const folder = join(dirname(output), 'gots');
  mkdirSync(join(folder, 'src'), { recursive: true });
  const { goFiles, originals } = writeSources(folder, host, woven, pending);
  const importcfg = join(folder, 'importcfg');
  const files = new Map(archives.map((archive) => [archive.path, archive.file]));
  writeFileSync(importcfg, printImportcfg(addPackageFiles(host.importcfg, files)));
  const flags = languageFlags(command, {
    path: packageFacts(host.facts, session.plan).importPath,
    lang: woven?.lang ?? '',
    texts: [...(woven?.files ?? []), ...(woven?.added ?? [])].flatMap((file) => file.text ?? []),
    originals: () => command.goFiles.map((name) => readFileSync(resolve(request.cwd, name))),
  });
  if (woven?.mayMoveOrder) {
    await checkOrder(context, host, woven, { goFiles, archives: files, lang: flagValue(flags, 'lang') });
  }
  const changed = changeCompile({ ...command, flags }, { goFiles, importcfg });
  const argv = [request.tool, ...printCompile(changed)];
  context.deps.set(output, deps);
  const file = join(folder, linkDepsMember);
  if (deps.length > 0) writeFileSync(file, printLinkDeps(deps));
  const appends = deps.length > 0 ? [{ archive: output, name: linkDepsMember, file }] : [];
  const mayHideErrors = hiddenErrors(context, host, woven);
  const compile = { tool: request.tool, command, folder, originals, mayHideErrors: () => mayHideErrors };
  return { reply: { kind: 'run', argv, env: [], appends }, afterwards: messagesOfPlainGo(compile) };
}

/**
 * The archives of all that weaving makes the host import. What these in turn want linked, a main package imports as well; that is
 * not part of its record, since their identities cover it.
 */
async function resolveAll(
  context: CompileContext,
  host: Compilation,
  record: WeaveRecord,
  woven: WovenPackage | undefined,
): Promise<readonly Archive[]> {
  const { session, resolver, deps } = context;
  const variant = parseImportPath(host.request.importPath);
  const forMain = variant.forMain ?? (host.command.packagePath === 'main' ? variant.path : undefined);
  const pgo = host.command.pgoProfile ? await findProfile(host.owner, forMain) : 'off';
  const direct = new Map<string, Archive>();
  const resolveOne = async (path: string): Promise<void> => {
    const archives = await resolver.resolve({
      path,
      host: packageFacts(host.facts, session.plan).importPath,
      job: host.job,
      owner: host.owner,
      pgo,
      span: spanOf(path, woven, session),
    });
    const archive = archives.find((candidate) => candidate.path === path);
    if (archive) direct.set(path, archive);
  };
  let todo = [...new Set([...record.imports, ...record.pending])];
  while (todo.length > 0) {
    await Promise.all(todo.map(resolveOne));
    if (host.command.packagePath !== 'main') break;
    const wanted = [...direct.values()]
      .flatMap((archive) => deps.of(archive.file))
      .filter((dep) => dep.kind === 'relocation');
    todo = [...new Set(wanted.map((dep) => dep.path))].filter(
      (path) => !direct.has(path) && !host.importcfg.packageFiles.has(path),
    );
  }
  for (const archive of direct.values()) session.names.set(archive.path, archive.name);
  return [...direct.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function pendingOf(
  context: CompileContext,
  host: Compilation,
  record: WeaveRecord,
  archives: readonly Archive[],
): readonly string[] {
  const below = archives.flatMap((archive) => context.deps.of(archive.file));
  const wanted = below.filter((dep) => dep.kind === 'relocation').map((dep) => dep.path);
  const pending = new Set([...record.pending, ...wanted]);
  return [...pending].filter((path) => !host.importcfg.packageFiles.has(path)).sort();
}

/** The aspect that brings a package in, for messages. */
function spanOf(path: string, woven: WovenPackage | undefined, session: Session): Span | undefined {
  const applied = new Set(
    (woven?.matches ?? []).map((match: Match) => `${match.aspectSpan.file}:${match.aspectSpan.line}`),
  );
  const mentions = session.plan.aspects.filter((aspect) =>
    JSON.stringify(aspect.advice).includes(JSON.stringify(path)),
  );
  return (mentions.find((aspect) => applied.has(`${aspect.span.file}:${aspect.span.line}`)) ?? mentions[0])?.span;
}

function writeSources(
  folder: string,
  host: Compilation,
  woven: WovenPackage | undefined,
  pending: readonly string[],
): { readonly goFiles: readonly string[]; readonly originals: ReadonlyMap<string, string> } {
  const originals = new Map<string, string>();
  const byName = new Map(woven?.files.map((file) => [file.name, file.text]));
  const used = new Set<string>();
  const early: string[] = [];
  const goFiles = host.command.goFiles.map((name) => {
    const text = byName.get(recordedName(host, name));
    if (!text) return name;
    // Two inputs of one package may share a base name (cgo output beside sources).
    let base = basename(name);
    for (let n = 1; used.has(base); n++) base = `${n}_${basename(name)}`;
    used.add(base);
    const file = join(folder, 'src', base);
    writeFileSync(file, text);
    originals.set(file, name);
    return file;
  });
  for (const { name, text, first } of woven?.added ?? []) {
    const file = join(folder, 'src', name);
    writeFileSync(file, text);
    originals.set(file, name);
    if (first) early.push(file);
    else goFiles.push(file);
  }
  goFiles.unshift(...early);
  if (pending.length === 0) return { goFiles, originals };
  const file = join(folder, 'src', 'gots_links.go');
  const lines = pending.map((path) => `import _ ${JSON.stringify(path)}\n`);
  writeFileSync(file, `//line <gots>:1:1\npackage main\n${lines.join('')}`);
  return { goFiles: [...goFiles, file], originals };
}
