import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { plainGoEnv } from '../go-command.ts';
import type { Draw } from '../random-edits.ts';
import { run } from '../run.ts';
import { copyCache, differingArchives, type SmallDisk, smallDisk } from './caches.ts';
import { markedProcesses, markName } from './processes.ts';
import {
  type BuildOptions,
  type BuiltProject,
  buildProject,
  expectedOutput,
  firstState,
  type ProjectState,
  plainOutput,
  writeProject,
} from './project.ts';

/** What must never happen, with the fault before it. */
export interface Violation {
  readonly fault: string;
  readonly problem: string;
}

export const systems = ['linux', 'windows'] as const;
export type System = (typeof systems)[number];

/** A project whose builds are disturbed, and caches beside it that nothing disturbs, which say what is right. */
export class FaultCampaign {
  readonly dir: string;
  readonly violations: Violation[] = [];
  /** Builds after a fault that failed and were right at the next attempt: fault and message. */
  readonly failedOnce: Violation[] = [];
  /** Milliseconds that an undisturbed build takes. */
  duration = 3000;
  state: ProjectState = firstState;
  readonly disks: Readonly<Record<'weave' | 'go' | 'tmp', SmallDisk | undefined>>;
  readonly folders: Readonly<Record<'weave' | 'go' | 'tmp' | 'rightWeave' | 'rightGo' | 'plain', string>>;
  readonly draw: Draw;
  fault = 'none';
  private readonly right = new Map<string, string>();
  private round = 0;
  private readonly root: string;

  constructor(root: string, draw: Draw) {
    this.root = root;
    this.draw = draw;
    this.dir = join(root, 'm');
    const at = (name: string) => join(root, name);
    this.folders = {
      weave: at('gots'),
      go: at('go'),
      tmp: at('tmp'),
      rightWeave: at('right-gots'),
      rightGo: at('right-go'),
      plain: at('plain-go'),
    };
    for (const folder of [...Object.values(this.folders), join(root, 'programs')])
      mkdirSync(folder, { recursive: true });
    this.disks = {
      weave: smallDisk(this.folders.weave),
      go: smallDisk(this.folders.go),
      tmp: smallDisk(this.folders.tmp),
    };
  }

  /** Fills the caches with what plain go and an undisturbed gots make. */
  async prepare(): Promise<void> {
    writeProject(this.dir, this.state);
    for (const system of systems) await this.buildPlain('plain', system);
    copyCache(this.folders.plain, this.folders.go);
    copyCache(this.folders.plain, this.folders.rightGo);
    for (const system of systems) await this.verify(system);
  }

  close(): void {
    for (const disk of Object.values(this.disks)) disk?.unmount();
  }

  /** Environment of the disturbed builds. */
  env(system: System): NodeJS.ProcessEnv {
    const { weave, go, tmp } = this.folders;
    return this.envOf({ GOTS_CACHE: weave, GOCACHE: go, TMPDIR: tmp, [markName]: this.mark(), GOOS: system });
  }

  mark(): string {
    return `${process.pid}-${this.round}`;
  }

  private envOf(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
    return plainGoEnv({ CGO_ENABLED: '0', GOWORK: 'off', ...more });
  }

  /** Raises one of the numbers and writes the files. */
  change(names: readonly (keyof ProjectState)[]): void {
    const name = names[this.draw(names.length)] as keyof ProjectState;
    this.become({ ...this.state, [name]: this.state[name] + 1 });
  }

  /** Writes the files of a state. */
  become(state: ProjectState): void {
    this.state = state;
    writeProject(this.dir, state);
  }

  /** A woven build, begun by Node or by the launcher. */
  build(system: System, name: string, more: Pick<BuildOptions, 'umask' | 'under'> = {}): Promise<BuiltProject> {
    const how = this.draw(2) === 0 ? 'woven' : 'launched';
    return buildProject(how, { dir: this.dir, out: this.program(name), env: this.env(system), ...more });
  }

  /** Where a build puts its program. */
  program(name: string): string {
    return join(this.root, 'programs', name);
  }

  violate(problem: string): void {
    this.violations.push({ fault: this.fault, problem });
    this.log(`VIOLATION ${problem}`);
  }

  /** Adds to the file faults.log, which is complete even if the campaign is stopped. */
  log(text: string): void {
    appendFileSync(join(this.root, 'faults.log'), `${this.round} ${this.fault}: ${text}\n`);
  }

  /** A new fault: processes of the builds to come are told from all earlier ones. */
  begin(fault: string): void {
    this.round++;
    this.fault = fault;
  }

  /** Nothing of the disturbed builds runs any more. */
  async settle(): Promise<void> {
    const end = Date.now() + 120_000;
    while (markedProcesses(this.mark()).length > 0) {
      if (Date.now() > end) {
        this.violate('processes are left behind');
        for (const { pid } of markedProcesses(this.mark())) process.kill(pid, 'SIGKILL');
        return;
      }
      await delay(20);
    }
  }

  /** The build after a fault gives the right program; if it fails, the next one does. */
  async verify(system: System): Promise<void> {
    const started = Date.now();
    let built = await this.build(system, 'app');
    if (built.sum === undefined) {
      this.failedOnce.push({ fault: this.fault, problem: built.result.stderr });
      this.log(`failed once: ${built.result.stderr}`);
      built = await this.build(system, 'app');
      if (built.sum === undefined) this.violate(`two builds failed: ${built.result.stderr}`);
    } else this.duration = Math.round((3 * this.duration + Date.now() - started) / 4);
    await this.check(system, built, 'app');
  }

  /** A build that succeeded has made the program that undisturbed caches give. */
  async check(system: System, { sum }: BuiltProject, name: string): Promise<void> {
    if (sum === undefined || sum === (await this.rightSum(system))) return;
    const printed = system === 'linux' ? await this.outputOf(name) : '';
    if (printed === expectedOutput(this.state)) this.violate(`other bytes, though it prints what it should (${name})`);
    else this.violate(`a wrong program for ${system} (${name}); it prints ${JSON.stringify(printed)}`);
  }

  async outputOf(name: string): Promise<string> {
    const { stdout, stderr, status } = await run([this.program(name)], plainGoEnv());
    return status === 0 ? stdout : `exit code ${status}: ${stderr}`;
  }

  private async rightSum(system: System): Promise<string> {
    const key = JSON.stringify([system, this.state]);
    const known = this.right.get(key);
    if (known !== undefined) return known;
    const { rightWeave, rightGo } = this.folders;
    const env = this.envOf({ GOTS_CACHE: rightWeave, GOCACHE: rightGo, GOOS: system });
    const built = await buildProject('woven', { dir: this.dir, out: this.program('right'), env });
    if (built.sum === undefined) throw new Error(`with undisturbed caches: ${built.result.stderr}`);
    if (system === 'linux' && (await this.outputOf('right')) !== expectedOutput(this.state))
      throw new Error(`with undisturbed caches: ${await this.outputOf('right')}`);
    this.right.set(key, built.sum);
    return built.sum;
  }

  private async buildPlain(cache: 'plain' | 'go', system: System): Promise<string> {
    const env = this.envOf({ GOCACHE: this.folders[cache], GOOS: system });
    const { result, sum } = await buildProject('plain', { dir: this.dir, out: this.program(`plain-${cache}`), env });
    if (sum === undefined) throw new Error(`plain go: ${result.stderr}`);
    return sum;
  }

  /** Plain go makes of the user's cache, archive by archive, what it makes of one that gots never saw. */
  async checkPlain(): Promise<void> {
    for (const system of systems) {
      const [used, untouched] = [await this.buildPlain('go', system), await this.buildPlain('plain', system)];
      if (used !== untouched) this.violate(`plain go builds another program for ${system}`);
      const envs = [this.folders.go, this.folders.plain].map((GOCACHE) => this.envOf({ GOCACHE, GOOS: system }));
      const [a, b] = envs as [NodeJS.ProcessEnv, NodeJS.ProcessEnv];
      const differ = await differingArchives(this.dir, a, b);
      if (differ.length > 0) this.violate(`GOCACHE has other archives for ${system}: ${differ.join(' ')}`);
    }
    await this.buildPlain('go', 'linux');
    if ((await this.outputOf('plain-go')) !== plainOutput(this.state)) this.violate('a plain program that is woven');
  }
}
