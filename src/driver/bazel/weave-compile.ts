import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Log } from '../../base/log.ts';
import { moduleDirOf } from '../../base/module-folder.ts';
import { exitCodeOf, runToEnd } from '../../process/spawn.ts';
import { bazelArchiveMissing } from '../../report/codes/bazel.ts';
import { printMember } from '../../toolexec/archive.ts';
import { type CompileCommand, changeCompile, parseCompile, printCompile } from '../../toolexec/argv.ts';
import { exportedPackageName } from '../../toolexec/export-data.ts';
import { addPackageFiles, printImportcfg } from '../../toolexec/importcfg.ts';
import { type LinkDep, linkDepsMember, mergeLinkDeps, printLinkDeps } from '../../toolexec/link-deps.ts';
import { flagValue } from '../../toolexec/tool-flags.ts';
import type { WovenPackage } from '../../weave/weave-request.ts';
import type { ToolRequest } from '../front/protocol.ts';
import { goFilesIn } from '../injected/package-files.ts';
import { liveAspects, packageFacts } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import { goProcess } from '../serve/go-process.ts';
import { ArchiveDeps } from '../steps/archive-deps.ts';
import { type CheckContext, checkOrder, hiddenErrors } from '../steps/check-woven.ts';
import { languageFlags } from '../steps/language.ts';
import { converse } from '../steps/oracle.ts';
import { describeCompile, type PackageCompile, recordedName, sourcesOf } from '../steps/package-compile.ts';
import { pluginLoader } from '../steps/plugins.ts';
import { Weaver } from '../steps/weaver.ts';
import { messagesOfPlainGo } from '../steps/woven-compile.ts';
import { writeWovenFiles } from '../steps/woven-files.ts';
import { archiveOf, type BazelPlan, driverPlan, oracleFile, readBazelPlan, sourcesOfPackage } from './bazel-plan.ts';
import type { CompileState } from './tool-stand-in.ts';

/** What the stand-in for the compiler runs with. */
export interface StandInContext {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly write: (text: string) => void;
}

/**
 * Compiles one package as rules_go's builder asks its compiler to, woven. What must be linked is noted in both archives that it writes: importers read the
 * one, the link the other.
 *
 * @param args the compiler's arguments, or the response file that holds them
 * @returns the compiler's exit code
 * @throws GotsError bazel_…, and those of weaving
 */
export async function weaveCompile(
  state: CompileState,
  args: readonly string[],
  context: StandInContext,
): Promise<number> {
  const command = parseCompile(responseFile(args));
  if (command.importcfg === undefined || command.goFiles.length === 0) return run([state.tool, ...args], context);
  const bazel = readBazelPlan(state.plan);
  const deps = new ArchiveDeps('/dev/null');
  const host = hostOf(command, state, context, deps);
  const plan = driverPlan(bazel, { ...noPlaces, moduleDirs: usersFolders(host, bazel) });
  const work = mkdtempSync(join(tmpdir(), 'gots-compile-'));
  try {
    return await new BazelCompile({ state, bazel, plan, deps, host, work, context }).run();
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const noPlaces = { code: '', goCache: '', cacheDir: '', shim: '' };

/**
 * Words of a response file, as the builder writes it for long command lines: up to Go 1.26 one a line with backslashes doubled, from Go 1.27 on in the
 * manner of GCC.
 */
function responseFile(args: readonly string[]): readonly string[] {
  const [first = ''] = args;
  if (args.length !== 1 || !first.startsWith('@')) return args;
  const text = readFileSync(first.slice(1), 'utf8');
  if (!/^"/m.test(text))
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map(unescapeLine);
  const words = text.match(/"(?:[^"\\]|\\[\s\S])*"|\S+/g) ?? [];
  return words.map((word) => (word.startsWith('"') ? word.slice(1, -1).replace(/\\([\s\S])/g, '$1') : word));
}

function unescapeLine(line: string): string {
  return line.replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char));
}

function hostOf(
  command: CompileCommand,
  { tool, importPath }: CompileState,
  { cwd }: StandInContext,
  deps: ArchiveDeps,
): PackageCompile {
  const caller = { pid: process.pid, goPid: 0, pwd: '', chain: '' };
  const request: ToolRequest = { kind: 'compile', tool, args: printCompile(command), cwd, importPath, ...caller };
  const owner = goProcess('', [], undefined);
  const job = { node: '', importPath, owner, done: Promise.resolve(), finish: () => {} };
  const host = describeCompile({ command, request, owner, job }, deps, undefined);
  // rules_go generates the main package of a test as testmain.go.
  const testMain = command.packagePath === 'main' && command.goFiles.some((file) => /(^|\/)testmain\.go$/.test(file));
  return { ...host, facts: { ...host.facts, testMain } };
}

/** Folders of the program's own packages, whose errors are shown as plain Go shows them. */
function usersFolders({ command, request, facts }: PackageCompile, { rootModule }: BazelPlan): readonly string[] {
  if (facts.path !== rootModule && !facts.path.startsWith(`${rootModule}/`)) return [];
  return command.goFiles.map((file) => moduleDirOf(dirname(resolve(request.cwd, file))) ?? '');
}

async function run(argv: readonly string[], { cwd, env, write }: StandInContext): Promise<number> {
  const ended = await execute(argv, cwd, env);
  write(ended.output.toString('utf8'));
  return ended.exitCode;
}

async function execute([program = '', ...args]: readonly string[], cwd: string, env: NodeJS.ProcessEnv) {
  const ended = await runToEnd({ program, args, cwd, env });
  return { exitCode: exitCodeOf(ended), output: Buffer.from(ended.stdout + ended.stderr) };
}

interface Parts {
  readonly state: CompileState;
  readonly bazel: BazelPlan;
  readonly plan: Plan;
  readonly deps: ArchiveDeps;
  readonly host: PackageCompile;
  /** Folder for the files of this compile. */
  readonly work: string;
  readonly context: StandInContext;
}

class BazelCompile {
  private readonly parts: Parts;
  private readonly checks: CheckContext;

  constructor(parts: Parts) {
    this.parts = parts;
    const { plan, state, context } = parts;
    const find = async (path: string) => {
      const file = archiveOf(state.archives, path);
      return existsSync(file) ? file : undefined;
    };
    const types = {
      open: async (_: unknown, sources: Parameters<typeof converse>[1]) =>
        converse(join(state.plan, oracleFile), sources, find),
    };
    const accepts = async (program: string, args: readonly string[], cwd: string) =>
      (await execute([program, ...args], cwd, context.env)).exitCode === 0;
    this.checks = { plan, log: context.log, types, go: { accepts }, goarch: context.env['GOARCH'] ?? '' };
  }

  async run(): Promise<number> {
    const { host, plan, bazel, state, context } = this.parts;
    const facts = packageFacts(host.facts, plan);
    const live = liveAspects(plan, new Set(bazel.injectedOnly), facts);
    const woven = live.length === 0 ? undefined : await this.weave(live, facts);
    const archives = this.archivesFor(woven);
    const wanted = [...host.facts.inherited, ...(woven?.links ?? []).map(relocation)];
    if (woven === undefined && wanted.length === 0) return run([state.tool, ...printCompile(host.command)], context);
    const isPlain = woven?.files.every(({ text }) => text === undefined) === true && woven.added.length === 0;
    if (isPlain && wanted.length === 0) return run([state.tool, ...printCompile(host.command)], context);
    return this.compile(woven, archives, facts.importPath);
  }

  private async weave(live: Plan['aspects'], facts: ReturnType<typeof packageFacts>): Promise<WovenPackage> {
    const { host, plan, bazel, state, context } = this.parts;
    const { command, request, importcfg } = host;
    const known = new Map(bazel.packages.map((each) => [each.path, each]));
    const nameOf = (path: string): string | undefined => {
      const file = importcfg.packageFiles.get(path);
      return file === undefined ? known.get(path)?.name : exportedPackageName(readFileSync(resolve(request.cwd, file)));
    };
    const weaving = {
      facts,
      files: command.goFiles.map((name) => ({
        name: recordedName(host, name),
        bytes: readFileSync(resolve(request.cwd, name)),
      })),
      packageName: (path: string) => nameOf(importcfg.importMap.get(path) ?? path),
      packageFiles: (path: string) => {
        const folder = sourcesOfPackage(state.plan, known.get(path));
        return folder === undefined ? undefined : goFilesIn(folder, path);
      },
      lang: command.lang,
      weaverVersion: plan.version,
    };
    const weaver = new Weaver(pluginLoader([]));
    const sources = sourcesOf(host, facts.importPath, context.env['GOARCH'] ?? '');
    return weaver.weave(weaving, live, () => this.checks.types.open(host.owner, sources), false);
  }

  /** Archives of what woven code imports, and of what a main package imports so that it is initialised. */
  private archivesFor(woven: WovenPackage | undefined): ReadonlyMap<string, string> {
    const { host, deps } = this.parts;
    const found = new Map<string, string>();
    const isMain = host.command.packagePath === 'main';
    const todo = [...(woven?.imports ?? []), ...(isMain ? this.blank(woven) : [])];
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      if (path === 'unsafe' || found.has(path) || host.importcfg.packageFiles.has(path)) continue;
      const file = this.archive(path);
      found.set(path, file);
      if (isMain) todo.push(...relocations(deps.of(file)));
    }
    return found;
  }

  private archive(path: string): string {
    const { state, host } = this.parts;
    const file = archiveOf(state.archives, path);
    return existsSync(file) ? file : bazelArchiveMissing(path, host.facts.path, state.archives);
  }

  /** What a main package must import blank. */
  private blank(woven: WovenPackage | undefined): readonly string[] {
    return [...relocations(this.parts.host.facts.inherited), ...(woven?.links ?? [])];
  }

  private async compile(
    woven: WovenPackage | undefined,
    archives: ReadonlyMap<string, string>,
    importPath: string,
  ): Promise<number> {
    const { host, deps, state, work: folder, context } = this.parts;
    const { command, request } = host;
    const below = [...archives.values()].flatMap((file) => deps.of(file));
    const isMain = command.packagePath === 'main';
    const all = isMain ? [...this.blank(woven), ...relocations(below)] : [];
    const pending = [...new Set(all)].filter((path) => !host.importcfg.packageFiles.has(path)).sort();
    mkdirSync(join(folder, 'src'));
    const { goFiles, originals } = writeWovenFiles(folder, host, woven, pending);
    const importcfg = join(folder, 'importcfg');
    writeFileSync(importcfg, printImportcfg(addPackageFiles(host.importcfg, archives)));
    const flags = languageFlags(command, {
      path: importPath,
      lang: woven?.lang ?? '',
      texts: [...(woven?.files ?? []), ...(woven?.added ?? [])].flatMap((file) => file.text ?? []),
      originals: () => command.goFiles.map((name) => readFileSync(resolve(request.cwd, name))),
    });
    if (woven?.mayMoveOrder) {
      await checkOrder(this.checks, host, woven, { goFiles, archives, lang: flagValue(flags, 'lang') });
    }
    // Archives name the woven files themselves, too: as cmd/go has them, wherever the folder lies.
    const trimpath = [`${folder}=>gots`, ...(command.trimpath === undefined ? [] : [command.trimpath])].join(';');
    const changed = changeCompile({ ...command, flags }, { goFiles, importcfg, trimpath });
    const isHidden = hiddenErrors(this.checks, host, woven, folder);
    const messages = messagesOfPlainGo({ tool: state.tool, command, folder, originals, mayHideErrors: () => isHidden });
    let argv: readonly string[] = [state.tool, ...printCompile(changed)];
    for (;;) {
      const reply = await messages.ended({ kind: 'ended', ...(await execute(argv, context.cwd, context.env)) });
      if (reply.kind === 'run') {
        argv = reply.argv;
        continue;
      }
      if (reply.kind !== 'done') throw new Error(`a compile ended with "${reply.kind}"`);
      context.write(reply.stdout.toString());
      if (reply.exitCode === 0) this.noteDeps(woven, below);
      return reply.exitCode;
    }
  }

  /** What the link must add, for importers and for the link itself. */
  private noteDeps(woven: WovenPackage | undefined, below: readonly LinkDep[]): void {
    const { host } = this.parts;
    const { command, request, facts, importcfg } = host;
    const imports = (woven?.imports ?? []).filter((path) => path !== 'unsafe' && !importcfg.packageFiles.has(path));
    const deps = mergeLinkDeps([
      ...facts.inherited,
      ...(woven?.links ?? []).map(relocation),
      ...imports.map((path): LinkDep => ({ kind: 'import', path })),
      ...below,
    ]);
    if (deps.length === 0) return;
    const member = printMember(linkDepsMember, Buffer.from(printLinkDeps(deps)));
    for (const file of [command.output, flagValue(command.flags, 'linkobj')])
      if (file !== undefined) appendFileSync(resolve(request.cwd, file), member);
  }
}

function relocation(path: string): LinkDep {
  return { kind: 'relocation', path };
}

function relocations(deps: readonly LinkDep[]): readonly string[] {
  return deps.filter(({ kind }) => kind === 'relocation').map(({ path }) => path);
}
