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
  'kill the server': { weight: 8, run: killing('server') },
  'kill the shim': { weight: 6, run: killing('shim') },
  'kill a compiler': { weight: 8, run: killing('tool') },
  'kill all': { weight: 7, run: killing('all') },
  'damage the weave cache': { weight: 24, run: damaging('weave', weaveDamages) },
  'damage GOCACHE': { weight: 8, run: damaging('go', goDamages) },
  'builds at once': { weight: 6, run: concurrent },
  'go clean -cache': { weight: 2, run: cleaning },
  umask: { weight: 4, run: masked },
  'full weave cache': { weight: 5, run: filling('weave') },
  'full GOCACHE': { weight: 3, run: filling('go') },
  'full temporary folder': { weight: 2, run: filling('tmp') },
  'aspect edited': { weight: 14, run: editing },
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

/** The program of a build in whose course an aspect changes is that of the old or of the new aspect. */
async function editing(campaign: FaultCampaign, system: System): Promise<boolean> {
  campaign.change(numbers);
  const before = campaign.state;
  const { sum, took } = await disturb(campaign, system, async (running) => {
    const during = running();
    campaign.change(['shallow', 'shallow', 'shallow', 'deep']);
    return during;
  });
  await campaign.settle();
  if (sum !== undefined && system === 'linux') {
    const printed = await campaign.outputOf('disturbed');
    if (printed !== expectedOutput(before) && printed !== expectedOutput(campaign.state))
      campaign.violate(`neither the old program nor the new one; it prints ${JSON.stringify(printed)}`);
  }
  return took;
}
