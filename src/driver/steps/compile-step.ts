import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { hashParts } from '../../base/hash.ts';
import { type WeaveRecord, weaveId } from '../../cache/keys.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import { injectionCycle } from '../../report/codes/build.ts';
import { changeCompile, parseCompile, printCompile } from '../../toolexec/argv.ts';
import { addPackageFiles, printImportcfg } from '../../toolexec/importcfg.ts';
import { type LinkDep, linkDepsMember, mergeLinkDeps, printLinkDeps } from '../../toolexec/link-deps.ts';
import { flagValue } from '../../toolexec/tool-flags.ts';
import type { WeaveRequest, WovenPackage } from '../../weave/weave-request.ts';
import type { ToolRequest } from '../front/protocol.ts';
import type { InjectedPackages } from '../injected/injected-packages.ts';
import { describeRing } from '../injected/resolver.ts';
import { liveAspects, packageFacts } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands } from '../ports.ts';
import type { CachePolicy } from '../serve/cache-policy.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Job } from '../serve/jobs.ts';
import { isUntouched, untouched } from '../serve/known-actions.ts';
import type { Tally } from '../serve/tally.ts';
import type { ArchiveDeps } from './archive-deps.ts';
import { sourcePairs } from './before-after.ts';
import { type CheckContext, checkOrder, hiddenErrors } from './check-woven.ts';
import { type ArchivesContext, injectedArchives, pendingOf } from './injected-archives.ts';
import { languageFlags } from './language.ts';
import { describeCompile, type PackageCompile, recordedName, sourcesOf } from './package-compile.ts';
import { learnNames } from './package-names.ts';
import { isSparable, restore } from './reuse-object.ts';
import type { Types } from './type-checker.ts';
import type { Weaver } from './weaver.ts';
import { messagesOfPlainGo, type Step, unlessRefuted } from './woven-compile.ts';
import { writeWovenFiles } from './woven-files.ts';

/** What a compile works with. */
export interface CompileContext extends CheckContext, ArchivesContext {
  readonly plan: Plan;
  readonly go: Pick<GoCommands, 'list' | 'accepts'>;
  readonly injected: Pick<InjectedPackages, 'identities' | 'injectedOnly'>;
  readonly policy: Pick<CachePolicy, 'compiled' | 'plainObject' | 'wovenObject'>;
  readonly weaver: Pick<Weaver, 'weave'>;
  readonly types: Types;
  readonly deps: ArchiveDeps;
  readonly tally: Tally;
  /** Package name by import path, as far as known; steps add what they learn. */
  readonly names: Map<string, string>;
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
  const { plan, names, tally, injected } = context;
  const host = describeCompile({ command, request, owner, job }, context.deps, plan.injection?.languages);
  const facts = packageFacts(host.facts, plan);
  names.set(facts.importPath, host.facts.name);
  const again = owner.chain.findIndex(({ host: above }) => above === facts.importPath);
  if (again >= 0) injectionCycle(describeRing(owner.chain.slice(again)), undefined);
  const live = liveAspects(plan, injected.injectedOnly, facts);
  tally.stats.compiles++;
  if (live.length === 0 && host.facts.inherited.length === 0 && host.language === '')
    return (await untouchedReply(context, host, prefix)) ?? asIs;
  const types = () => context.types.open(owner, sourcesOf(host, facts.importPath, context.goarch));
  if (live.length > 0) learnNames(host, names);
  const weave = async (mayGuess: boolean) => {
    const read = readRequest(context, host, facts);
    return live.length > 0 ? await context.weaver.weave(read, live, types, mayGuess) : undefined;
  };
  const woven = await weave(true);
  const record = recordOf(host, woven);
  if (isUntouched(record, host.facts)) return (await untouchedReply(context, host, prefix)) ?? asIs;
  const step = await compileWoven(context, host, woven, prefix, record);
  return woven?.isGuessed
    ? unlessRefuted(step, async () => {
        const exact = await weave(false);
        return compileWoven(context, host, exact, prefix, recordOf(host, exact));
      })
    : step;
}

function noteCompiled({ owner }: PackageCompile, { stats }: Tally): void {
  if (owner.chain.length === 0) stats.compiled++;
}

/** A package that weaving leaves alone, which only now is known: the user's cache may hold it. */
async function untouchedReply(
  context: CompileContext,
  host: PackageCompile,
  prefix: string,
): Promise<Step | undefined> {
  const { tally, policy, deps } = context;
  await policy.compiled(host.owner, prefix, { facts: host.facts, isTold: host.isTold });
  const kept = isSparable(host) ? await policy.plainObject(host.owner, prefix) : undefined;
  const restored = kept && restore(host, kept, deps);
  if (restored) tally.stats.restored++;
  else noteCompiled(host, tally);
  return restored && { reply: restored };
}

function readRequest(
  { plan, names, injected }: CompileContext,
  host: PackageCompile,
  facts: PackageFacts,
): WeaveRequest {
  const { command, request } = host;
  return {
    facts,
    files: command.goFiles.map((name) => ({
      name: recordedName(host, name),
      bytes: readFileSync(resolve(request.cwd, name)),
    })),
    packageName: (path: string) => names.get(host.importcfg.importMap.get(path) ?? path),
    packageFiles: (path: string) => injected.identities.goFilesOf(path),
    lang: command.lang,
    weaverVersion: plan.version,
  };
}

/** L1's answer. Main packages import blank whatever anything below them wants linked. */
function recordOf(host: PackageCompile, woven: WovenPackage | undefined): WeaveRecord {
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
  host: PackageCompile,
  woven: WovenPackage | undefined,
  prefix: string,
  record: WeaveRecord,
): Promise<Step> {
  const { plan, policy, tally, injected } = context;
  const { command, request, owner } = host;
  const id = weaveId(plan.code, record, host.facts.inherited, (path) => injected.identities.of(path));
  const matches = woven?.matches ?? [];
  const sources = tally.wants.sources && woven ? sourcePairs(host, woven) : undefined;
  await policy.compiled(owner, prefix, { facts: host.facts, woven: { record, weaveId: id, matches, files: sources } });
  tally.stats.woven++;
  const kept = isSparable(host) ? await policy.wovenObject(owner, prefix, id) : undefined;
  const restored = kept && restore(host, kept, context.deps);
  if (restored) {
    tally.stats.restored++;
    return { reply: restored };
  }
  noteCompiled(host, tally);
  const output = resolve(request.cwd, command.output);
  const folder = join(dirname(output), 'gots');
  mkdirSync(join(folder, 'src'), { recursive: true });
  // Begins now: injected packages may have to be built.
  const mayHideErrors = hiddenErrors(context, host, woven, folder);
  const archives = await injectedArchives(context, host, record, woven);
  const pending = command.packagePath === 'main' ? pendingOf(context.deps, host, record, archives) : [];
  const deps = mergeLinkDeps([
    ...host.facts.inherited,
    ...record.links.map((path): LinkDep => ({ kind: 'relocation', path })),
    ...record.imports.map((path): LinkDep => ({ kind: 'import', path })),
    ...archives.flatMap((archive) => context.deps.of(archive.file)),
  ]);
  const { goFiles, originals } = writeWovenFiles(folder, host, woven, pending);
  const importcfg = join(folder, 'importcfg');
  const files = new Map(archives.map((archive) => [archive.path, archive.file]));
  writeFileSync(importcfg, printImportcfg(addPackageFiles(host.importcfg, files)));
  const flags = languageFlags(command, {
    path: packageFacts(host.facts, plan).importPath,
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
  const compile = { tool: request.tool, command, folder, originals, mayHideErrors: () => mayHideErrors };
  return { reply: { kind: 'run', argv, env: [], appends }, afterwards: messagesOfPlainGo(compile) };
}
