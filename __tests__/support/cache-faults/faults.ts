import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { run } from '../run.ts';
import type { FaultCampaign, System } from './campaign.ts';
import { systems } from './campaign.ts';
import { type Damage, damageCache, goDamages, weaveDamages } from './damage.ts';
import { markedProcesses, type ProcessKind } from './processes.ts';
import { buildProject, expectedOutput, type ProjectState, plainOutput } from './project.ts';

/** A kind of fault: disturbs a build or the caches. @returns whether it took place */
type Fault = (campaign: FaultCampaign, system: System) => Promise<boolean>;

const numbers: readonly (keyof ProjectState)[] = ['shallow', 'shallow', 'hook', 'source', 'source', 'deep'];

/** Faults by name, and how often each is drawn. */
export const faults: Readonly<Record<string, { readonly weight: number; readonly run: Fault }>> = {
  'kill gots': { weight: 4, run: killing('gots') },
  'kill go': { weight: 7, run: killing('go') },
  'kill a child go': { weight: 6, run: killing('child go') },
  'kill the front': { weight: 10, run: killing('front') },
  'kill the server': { weight: 8, run: killing('server') },
  'kill the shim': { weight: 6, run: killing('shim') },
  'kill a compiler': { weight: 8, run: killing('tool') },
  'kill all': { weight: 7, run: killing('all') },
  'kill at a system call': { weight: 24, run: killingAtCalls },
  'damage the weave cache': { weight: 24, run: damaging('weave', weaveDamages) },
  'damage GOCACHE': { weight: 8, run: damaging('go', goDamages) },
  'builds at once': { weight: 6, run: concurrent },
  'go clean -cache': { weight: 2, run: cleaning },
  umask: { weight: 4, run: masked },
  'full weave cache': { weight: 5, run: filling('weave') },
  'full GOCACHE': { weight: 3, run: filling('go') },
  'full temporary folder': { weight: 2, run: filling('tmp') },
  'aspect edited': { weight: 14, run: editing(['shallow', 'shallow', 'shallow', 'deep']) },
  'source edited': { weight: 14, run: editing(['source', 'source', 'hook']) },
  'aspect edited and undone': { weight: 8, run: undoing },
};

/** Runs a build and something else beside it, some time after its start. */
async function disturb(
  campaign: FaultCampaign,
  system: System,
  what: (running: () => boolean) => Promise<boolean>,
): Promise<{ readonly sum: string | undefined; readonly took: boolean }> {
  let running = true;
  const building = campaign.build(system, 'disturbed').finally(() => {
    running = false;
  });
  await delay(campaign.draw(Math.round(1.1 * campaign.duration)));
  const took = await what(() => running);
  return { sum: (await building).sum, took };
}

function killing(kind: ProcessKind | 'all'): Fault {
  return async (campaign, system) => {
    campaign.change(numbers);
    const { sum, took } = await disturb(campaign, system, async (running) => {
      while (running()) {
        const found = markedProcesses(campaign.mark()).filter((each) => kind === 'all' || each.kind === kind);
        const chosen = kind === 'all' ? found : found.slice(campaign.draw(Math.max(1, found.length))).slice(0, 1);
        if (chosen.length > 0) {
          for (const { pid } of chosen) signal(pid);
          return true;
        }
        await delay(2);
      }
      return false;
    });
    await campaign.settle();
    if (sum !== undefined)
      await campaign.check(system, { sum, result: { status: 0, stdout: '', stderr: '' } }, 'disturbed');
    return took;
  };
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

function damaging(cache: 'weave' | 'go', kinds: readonly Damage[]): Fault {
  return async (campaign) => {
    if (campaign.draw(2) === 0) campaign.change(numbers);
    const damage = kinds[campaign.draw(kinds.length)] as Damage;
    campaign.fault += `: ${damageCache(campaign.folders[cache], damage, campaign.draw)}`;
    return true;
  };
}

/** Of several systems, to several files, plain go among them: all are right. */
async function concurrent(campaign: FaultCampaign, system: System): Promise<boolean> {
  campaign.change(numbers);
  const other = systems[campaign.draw(systems.length)] as System;
  const plain = buildProject('plain', {
    dir: campaign.dir,
    out: campaign.program('beside'),
    env: { ...campaign.env(system), GOTS_CACHE: '' },
  });
  const builds = [
    [system, 'one'],
    [other, 'two'],
    [system, 'three'],
  ] as const;
  const built = await Promise.all(builds.map(([os, name]) => campaign.build(os, name)));
  const { result } = await plain;
  if (result.status !== 0) campaign.violate(`plain go beside others failed: ${result.stderr}`);
  else if (system === 'linux' && (await campaign.outputOf('beside')) !== plainOutput(campaign.state))
    campaign.violate('a plain program built beside others that is woven');
  for (const [at, each] of built.entries()) {
    const [os, name] = builds[at] as (typeof builds)[number];
    if (each.sum === undefined) campaign.violate(`a build beside others failed: ${each.result.stderr}`);
    await campaign.check(os, each, name);
  }
  return true;
}

async function cleaning(campaign: FaultCampaign, system: System): Promise<boolean> {
  campaign.change(numbers);
  const { sum, took } = await disturb(campaign, system, async (running) => {
    const during = running();
    await run(['go', 'clean', '-cache'], campaign.env(system), { cwd: campaign.dir });
    return during;
  });
  await campaign.settle();
  await campaign.check(system, { sum, result: { status: 0, stdout: '', stderr: '' } }, 'disturbed');
  return took;
}

async function masked(campaign: FaultCampaign, system: System): Promise<boolean> {
  campaign.change(numbers);
  const umask = ['000', '027', '077'][campaign.draw(3)] as string;
  campaign.fault += ` ${umask}`;
  const built = await campaign.build(system, 'masked', { umask });
  if (built.sum === undefined) campaign.violate(`a build with umask ${umask} failed: ${built.result.stderr}`);
  await campaign.check(system, built, 'masked');
  return true;
}

function filling(name: 'weave' | 'go' | 'tmp'): Fault {
  return async (campaign, system) => {
    const disk = campaign.disks[name];
    if (disk === undefined) return false;
    campaign.change(numbers);
    const free = campaign.draw(3) === 0 ? 0 : campaign.draw(4_000_000);
    campaign.fault += `, ${free} bytes free`;
    disk.fill(free);
    const built = await campaign.build(system, 'disturbed');
    disk.more();
    await campaign.settle();
    await campaign.check(system, built, 'disturbed');
    return true;
  };
}

/** The program of a build in whose course a file changes is that of the old or of the new file. */
function editing(names: readonly (keyof ProjectState)[]): Fault {
  return async (campaign, system) => {
    campaign.change(numbers);
    const before = campaign.state;
    const { sum, took } = await disturb(campaign, system, async (running) => {
      const during = running();
      campaign.change(names);
      return during;
    });
    await campaign.settle();
    if (sum !== undefined) await isOneOf(campaign, system, [before, campaign.state]);
    return took;
  };
}

/** An aspect changes and is as before when the build ends. What the next build is given must not be of the time between. */
async function undoing(campaign: FaultCampaign, system: System): Promise<boolean> {
  campaign.change(numbers);
  const before = campaign.state;
  const between = { ...before, shallow: before.shallow + 1_000_000 };
  const { sum, took } = await disturb(campaign, system, async (running) => {
    campaign.become(between);
    await delay(campaign.draw(Math.round(0.3 * campaign.duration)));
    campaign.become(before);
    return running();
  });
  await campaign.settle();
  if (sum !== undefined) await isOneOf(campaign, system, [before, between]);
  return took;
}

async function isOneOf(campaign: FaultCampaign, system: System, states: readonly ProjectState[]): Promise<void> {
  if (system !== 'linux') return;
  const printed = await campaign.outputOf('disturbed');
  if (!states.some((state) => printed === expectedOutput(state)))
    campaign.violate(`neither the old program nor the new one; it prints ${JSON.stringify(printed)}`);
}

/** System calls by which files appear, move and go. */
const fileCalls = [
  'rename,renameat,renameat2',
  'rename,renameat,renameat2',
  'link,linkat',
  'unlink,unlinkat',
  'ftruncate',
  'mkdir,mkdirat',
];

/** Kills each process in the moment before the n-th such call of one of its threads: strace stops it there. */
async function killingAtCalls(campaign: FaultCampaign, system: System): Promise<boolean> {
  if (spawnSync('strace', ['-V']).status !== 0) return false;
  campaign.change(numbers);
  const calls = fileCalls[campaign.draw(fileCalls.length)] as string;
  const at = 1 + campaign.draw(campaign.draw(2) === 0 ? 2 : 12);
  const log = campaign.program('strace.log');
  const under = ['strace', '-f', '-qq', '--seccomp-bpf', '-o', log, '-e', `trace=execve,${calls}`];
  const built = await campaign.build(system, 'disturbed', {
    under: [...under, '-e', `inject=${calls}:signal=KILL:when=${at}`],
  });
  await campaign.settle();
  const killed = killedIn(readFileSync(log, 'utf8'));
  campaign.fault += `: ${calls.split(',')[0]} ${at} of ${killed.join(', ') || 'none'}`;
  await campaign.check(system, built, 'disturbed');
  return killed.length > 0;
}

/** What the processes were, by the first words of their command lines, that a log of strace tells were killed. */
function killedIn(log: string): string[] {
  const programs = new Map<string, string>();
  const killed: string[] = [];
  for (const line of log.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const words = /^execve\("[^"]*", \[(.*?)\]/.exec(rest)?.[1];
    if (words !== undefined) {
      const names = words.split(', ').map((word) => word.replaceAll('"', '').split('/').at(-1) ?? '');
      programs.set(pid, names.slice(0, 2).join(' '));
    }
    const program = programs.get(pid);
    if (rest === '+++ killed by SIGKILL +++' && program !== undefined) killed.push(program);
  }
  return killed;
}
