import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Log } from '../../base/log.ts';
import { quoteWord, readFlags } from '../../go/flags.ts';
import { goEnv } from '../../go/go-env.ts';
import { exitCodeOf, runToEnd } from '../../process/spawn.ts';
import { readBuildId, replaceBuildId } from '../../toolexec/archive.ts';
import { nodeFlags } from '../node-flags.ts';
import { writePlan } from '../plan/plan.ts';
import { savedSettings } from '../plan/saved-settings.ts';
import { weaverCode } from '../plan/weaver-code.ts';
import { ensureShim } from '../programs/shim.ts';
import { archiveOf, driverPlan, moduleFolder, readBazelPlan } from './bazel-plan.ts';
import type { GoState } from './tool-stand-in.ts';

/** What the stand-in for the go command runs with. */
export interface LibraryContext {
  readonly env: NodeJS.ProcessEnv;
  readonly log: Log;
  /** The folder that holds dist/ and helper/. */
  readonly home: string;
  /** The cache program's bundle. */
  readonly cacheProg: string;
}

/**
 * Does what `go install std` is to do in rules_go's action for the standard library: compiles its packages, woven, and beside them all that weaving may bring
 * into any package of the program. Everything comes from the plan's folder and the SDK.
 *
 * @param args of the go command, which begin with `install`
 * @returns go's exit code
 * @throws GotsError bazel_plan_unreadable, those of the shim, and go's
 */
export async function buildLibrary(state: GoState, args: readonly string[], context: LibraryContext): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'gots-std-'));
  try {
    return await new Library(state, work, context).build(args);
  } finally {
    // The module cache is written without leave to write.
    rmSync(work, { recursive: true, force: true });
  }
}

class Library {
  private readonly state: GoState;
  private readonly context: LibraryContext;
  private readonly module: string;
  private readonly cacheDir: string;
  private readonly env: NodeJS.ProcessEnv;

  constructor(state: GoState, work: string, context: LibraryContext) {
    this.state = state;
    this.context = context;
    this.module = join(work, 'module');
    this.cacheDir = join(work, 'gots');
    // Links of a sandbox: go embeds regular files only.
    cpSync(join(state.plan, moduleFolder), this.module, { recursive: true, dereference: true });
    mkdirSync(this.cacheDir);
    const { GOROOT: goRoot = '', GOCACHE: goCache = join(work, 'cache') } = context.env;
    const offline = { GOPROXY: 'off', GOSUMDB: 'off', GOWORK: 'off', GOENV: 'off', GOTOOLCHAIN: 'local' };
    const places = { GOROOT: goRoot, GOCACHE: goCache, GOPATH: join(work, 'path'), GOMODCACHE: join(work, 'modules') };
    // The builder has go install into GOROOT; what is installed is not woven.
    const goDebug = (context.env['GODEBUG'] ?? '')
      .split(',')
      .filter((setting) => !setting.startsWith('installgoroot='));
    const modules = { GO111MODULE: 'on', GOFLAGS: '', GODEBUG: goDebug.join(',') };
    // The actions of rules_go have no go command in PATH.
    const path = [dirname(state.tool), context.env['PATH'] ?? ''].join(delimiter);
    this.env = { HOME: work, ...context.env, ...offline, ...places, ...modules, PATH: path };
  }

  async build(args: readonly string[]): Promise<number> {
    const { state, env, module } = this;
    const plan = readBazelPlan(state.plan);
    const { flags, packages } = installed(args);
    const own = plan.packages.filter(({ dir }) => dir !== '').map(({ path }) => path);
    const format = '{{if .Export}}{{.ImportPath}}\t{{.Export}}{{end}}';
    const words = ['list', '-export', '-deps', '-trimpath', '-f', format, ...flags, '--', ...packages, ...own];
    const variables = await this.variables();
    const ended = await runToEnd({ program: state.tool, args: words, cwd: module, env: { ...env, ...variables } });
    process.stderr.write(ended.stderr);
    const code = exitCodeOf(ended);
    if (code !== 0) return code;
    const folder = join(env['GOROOT'] ?? '', 'pkg', state.installSuffix);
    for (const line of ended.stdout.split('\n').filter((each) => each !== '')) {
      const [path = '', archive = ''] = line.split('\t');
      const to = archiveOf(folder, path);
      mkdirSync(dirname(to), { recursive: true });
      writeFileSync(to, withoutBuildId(readFileSync(archive)));
    }
    return 0;
  }

  /** With them a go command weaves by the plan. */
  private async variables(): Promise<Readonly<Record<string, string>>> {
    const { state, env, context, cacheDir, module } = this;
    const plan = readBazelPlan(state.plan);
    const { version: goVersion } = await goEnv(state.tool, module, env);
    const sourceDir = join(context.home, 'helper', 'shim');
    const shim = await ensureShim({ go: state.tool, goVersion, cacheDir, sourceDir, log: context.log, env });
    const code = weaverCode(context.home, cacheDir);
    const file = join(cacheDir, 'plan.json');
    const places = { code, moduleDirs: [module], goCache: env['GOCACHE'] ?? '', cacheDir, shim };
    writePlan(file, driverPlan({ ...plan, goVersion }, places));
    const quote = (word: string): string => quoteWord(word) ?? word;
    return {
      GOFLAGS: quote(`-toolexec=${quote(shim)}`),
      GOCACHEPROG: [shim, 'cacheprog', process.execPath, ...nodeFlags, context.cacheProg].map(quote).join(' '),
      GOTS_CACHE: cacheDir,
      GOTS_PLAN: file,
      GOTS_SAVED: savedSettings({}, ''),
    };
  }
}

/** Flags and packages of `go install`. The builder's -toolexec takes build ids away, which weaving needs; they are blotted out in the end. */
function installed(args: readonly string[]): {
  readonly flags: readonly string[];
  readonly packages: readonly string[];
} {
  const { packages } = readFlags(args, []);
  const words = args.slice(1, args.length - packages.length);
  const at = words.indexOf('-toolexec');
  return { flags: at < 0 ? words : [...words.slice(0, at), ...words.slice(at + 2)], packages };
}

/** Build ids of cgo packages hold the folder of the action; nothing reads them any more. */
function withoutBuildId(archive: Buffer): Buffer {
  const id = readBuildId(archive);
  return id === undefined || id === '' ? archive : replaceBuildId(archive, id, 'redacted'.padEnd(id.length, '-'));
}
