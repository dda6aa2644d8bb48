import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of rules_go whose builder and command lines are used. */
export const rulesGo = 'github.com/bazelbuild/rules_go@v0.65.0';

/** An action as rules_go declares it. Paths are below the execution root. */
export interface Action {
  /** Files and folders that the action may see. */
  readonly inputs: readonly string[];
  /** Files, and folders where they end in `/`. */
  readonly outputs: readonly string[];
  /** Words on the command line, and groups of words that Bazel may put into a parameter file. */
  readonly args: readonly (string | readonly string[])[];
  readonly env?: Readonly<Record<string, string>>;
}

export interface ActionResult {
  readonly status: number | null;
  readonly output: string;
}

/** A package as a target of rules_go has it. */
export interface Target {
  readonly importPath: string;
  /** `main` for a program. */
  readonly packagePath: string;
  readonly srcs: readonly string[];
  readonly deps: readonly Target[];
}

const sdk = 'external/go_sdk';
const out = 'bazel-out/k8-fastbuild/bin';
const stdlib = `${out}/external/rules_go/stdlib_`;
const packageList = `${sdk}/packages.txt`;
export const installSuffix = 'linux_amd64';

/**
 * Runs actions as Bazel runs those of rules_go: each in a folder of its own that has links to its declared inputs and nothing else, with the
 * environment and the command line that rules_go makes.
 */
export class FakeBazel {
  /** The execution root, with all inputs and outputs. */
  readonly root: string;
  private readonly builder: readonly string[];
  private readonly tools: readonly string[];
  private readonly spills: boolean;

  /**
   * @param options.goRoot is linked in as the SDK
   * @param options.builder command line of the toolchain's builder
   * @param options.tools what the toolchain's SDK has among its tools, so that each action has it
   * @param options.spills whether command lines are handed over in parameter files
   */
  constructor(options: {
    readonly root: string;
    readonly goRoot: string;
    readonly builder: readonly string[];
    readonly tools: readonly string[];
    readonly spills: boolean;
  }) {
    this.root = options.root;
    this.builder = options.builder;
    this.tools = options.tools;
    this.spills = options.spills;
    const to = join(this.root, sdk);
    mkdirSync(to, { recursive: true });
    for (const name of ['bin', 'src', 'pkg', 'lib', 'VERSION', 'go.env'])
      if (existsSync(join(options.goRoot, name)) && !existsSync(join(to, name)))
        symlinkSync(join(options.goRoot, name), join(to, name));
    writeFileSync(join(to, 'ROOT'), '');
    const listed = spawnSync('go', ['list', 'std'], { encoding: 'utf8' }).stdout;
    writeFileSync(join(this.root, packageList), listed);
  }

  run({ inputs, outputs, args, env }: Action): ActionResult {
    const sandbox = mkdtempSync(join(dirname(this.root), 'sandbox-'));
    const cwd = join(sandbox, 'execroot', '_main');
    try {
      for (const input of [...inputs, ...this.tools]) linkTree(join(this.root, input), join(cwd, input));
      for (const output of outputs)
        mkdirSync(join(cwd, output.endsWith('/') ? output : dirname(output)), { recursive: true });
      const words = args.flatMap((group, index) => {
        if (typeof group === 'string') return [group];
        if (!this.spills) return group;
        const file = `${out}/action-${index}.params`;
        mkdirSync(join(cwd, out), { recursive: true });
        writeFileSync(join(cwd, file), group.map((word) => `${shellWord(word)}\n`).join(''));
        return [`-param=${file}`];
      });
      const [program = '', ...before] = this.builder;
      const variables = {
        PATH: '/bin:/usr/bin',
        GOOS: 'linux',
        GOARCH: 'amd64',
        GOROOT_FINAL: 'GOROOT',
        CGO_ENABLED: '0',
      };
      const own = {
        ...variables,
        GO111MODULE: 'off',
        GOTOOLCHAIN: 'local',
        GOPATH: '',
        GOEXPERIMENT: '',
        TMPDIR: sandbox,
        ...env,
      };
      const run = spawnSync(program, [...before, ...words], { cwd, env: own, encoding: 'utf8', maxBuffer: 1 << 28 });
      for (const output of outputs) {
        const path = output.replace(/\/$/, '');
        if (!existsSync(join(cwd, path))) continue;
        mkdirSync(dirname(join(this.root, path)), { recursive: true });
        rmSync(join(this.root, path), { recursive: true, force: true });
        cpSync(join(cwd, path), join(this.root, path), { recursive: true, dereference: true });
      }
      return { status: run.status, output: `${run.error?.message ?? ''}${run.stdout}${run.stderr}` };
    } finally {
      rmSync(sandbox, { recursive: true, force: true });
    }
  }

  /**
   * GoStdlib.
   *
   * @param names packages to build with all that they import; rules_go names `std`, which takes a minute more
   */
  stdlib(names: readonly string[]): ActionResult {
    const packages = names.flatMap((name) => ['-package', name]);
    const args = [
      'stdlib',
      '-sdk',
      sdk,
      '-goroot',
      sdk,
      '-installsuffix',
      installSuffix,
      '-out',
      stdlib,
      ...packages,
      '-gcflags',
      '',
    ];
    return this.run({
      inputs: [sdk],
      outputs: [`${stdlib}/pkg/`],
      args: [args],
      env: { GOROOT: sdk, PATH: '/bin:/usr/bin' },
    });
  }

  /** Folder of the standard library's archives, absolute. */
  get library(): string {
    return join(this.root, stdlib, 'pkg', installSuffix);
  }

  exportOf({ importPath }: Target): string {
    return `${out}/${importPath}.x`;
  }

  archiveOf({ importPath }: Target): string {
    return `${out}/${importPath}.a`;
  }

  /** GoCompilePkg. */
  compile(target: Target, more: { readonly gcFlags?: string; readonly inputs?: readonly string[] } = {}): ActionResult {
    const { importPath, packagePath, srcs, deps } = target;
    const imports = `${out}/${importPath}.imports`;
    const outputs = [this.archiveOf(target), this.exportOf(target), imports];
    const shared = [
      ...['-sdk', sdk, '-goroot', stdlib, '-installsuffix', installSuffix],
      ...srcs.flatMap((src) => ['-src', src]),
      ...deps.flatMap((dep) => ['-arc', `${dep.importPath}=${dep.packagePath}=${this.exportOf(dep)}`]),
      ...['-importpath', importPath, '-p', packagePath, '-package_list', packageList],
    ];
    const own = [
      ...['-pack', `${sdk}/pkg/tool/linux_amd64/pack`, '-lo', outputs[0], '-o', outputs[1], '-imports', imports],
      ...['-testfilter', 'off', '-gcflags', more.gcFlags ?? ''],
    ] as string[];
    const inputs = [
      ...srcs,
      ...deps.map((dep) => this.exportOf(dep)),
      packageList,
      `${sdk}/pkg`,
      `${sdk}/bin`,
      `${stdlib}/pkg`,
    ];
    return this.run({ inputs: [...inputs, ...(more.inputs ?? [])], outputs, args: ['compilepkg', shared, own] });
  }

  /** GoLink. */
  link(target: Target, program: string): ActionResult {
    const all = transitive(target);
    const builder = [
      ...['link', '-sdk', sdk, '-goroot', stdlib, '-installsuffix', installSuffix],
      ...all.flatMap((dep) => ['-arc', `//${dep.importPath}=${dep.packagePath}=${this.archiveOf(dep)}`]),
      ...[
        '-package_list',
        packageList,
        '-main_package_path',
        target.importPath,
        '-main_imports',
        `${out}/${target.importPath}.imports`,
      ],
      ...['-o', program, '-main', this.archiveOf(target), '-p', target.packagePath],
    ];
    const inputs = [...[target, ...all].map((dep) => this.archiveOf(dep)), `${out}/${target.importPath}.imports`];
    return this.run({
      inputs: [...inputs, packageList, `${sdk}/pkg`, `${stdlib}/pkg`],
      outputs: [program],
      args: [builder, '--', ['-linkmode', 'internal']],
      env: { GOROOT: stdlib },
    });
  }
}

function transitive(target: Target): readonly Target[] {
  return [...new Set(target.deps.flatMap((dep) => [dep, ...transitive(dep)]))];
}

function shellWord(word: string): string {
  return /^[\w./:=,+@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** Links each file of an input, as a sandbox does. */
function linkTree(from: string, to: string): void {
  if (!statSync(from).isDirectory()) {
    mkdirSync(dirname(to), { recursive: true });
    if (!existsSync(to)) symlinkSync(from, to);
    return;
  }
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name));
}

/** rules_go's own builder, built from the module as its BUILD file lists it. */
export function buildBuilder(file: string): void {
  const download = spawnSync('go', ['mod', 'download', '-json', rulesGo], { encoding: 'utf8' });
  if (download.status !== 0) throw new Error(download.stdout + download.stderr);
  const dir = join((JSON.parse(download.stdout) as { Dir: string }).Dir, 'go', 'tools', 'builders');
  const rule =
    /name = "builder_srcs",\s+srcs = \[([^\]]*)\]/.exec(readFileSync(join(dir, 'BUILD.bazel'), 'utf8'))?.[1] ?? '';
  const sources = [...rule.matchAll(/"([^"]+\.go)"/g)].map((match) => match[1] as string);
  const env = { ...process.env, GO111MODULE: 'off', CGO_ENABLED: '0', GOFLAGS: '' };
  const build = spawnSync(
    'go',
    ['build', '-ldflags=-X main.rulesGoStdlibPrefix=@io_bazel_rules_go//stdlib:', '-o', file, ...sources, 'path.go'],
    { cwd: dir, env, encoding: 'utf8' },
  );
  if (build.status !== 0) throw new Error(build.stderr);
  chmodSync(file, 0o755);
}
