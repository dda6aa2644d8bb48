// The phases: what is prepared untimed, what is timed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { counterpart } from './counterpart.mjs';
import { edit } from './project.mjs';
import { build, forget, pretendPlain, time, wovenEnvironment } from './runner.mjs';

/** Phases that say something about some tools alone. */
const limited = {
  'unchanged-env': ['plain', 'gots'],
  explain: ['gots'],
  lint: ['gots'],
  diff: ['gots'],
};

/** Whether a phase says anything about a tool. */
export const saysSomething = (phase, tool) => limited[phase]?.includes(tool) ?? true;

/**
 * Runs one phase with one tool.
 *
 * @param {import('./options.mjs').PhaseName} phase one that {@link saysSomething} about the tool
 * @param {Awaited<ReturnType<typeof import('./runner.mjs').createRunner>>} runner
 * @returns what {@link build} returns
 */
export function runPhase(phase, runner) {
  return actions[phase](runner);
}

const actions = {
  cold: async (runner) => {
    await forget(runner);
    return await build(runner, await plainly(runner, { injected: true }));
  },
  first: async (runner) => {
    const { scratch } = runner.setting;
    const caches = { go: join(scratch, 'first/gocache'), gots: join(scratch, 'first/gotscache') };
    const first = { ...runner, caches };
    runner.isSettled = false;
    await pretendPlain(first, plainCache(runner.setting));
    const { woven: changed } = runner.project.app;
    const result = await build(first, await plainly(first, { changed, addsImport: true, injected: true }));
    await forget(first);
    return result;
  },
  unchanged: async (runner) => {
    await build(runner);
    return await build(runner);
  },
  'unchanged-env': async (runner) => {
    const under = runner.tool === 'plain' ? {} : { command: ['go'], env: await wovenEnvironment(runner) };
    await build(runner, under);
    return await build(runner, under);
  },
  undone: async (runner) => {
    const { main } = runner.project.expected;
    await settle(runner);
    edit(runner.project, 'main', runner.setting.next());
    runner.isSettled = false;
    await settle(runner);
    edit(runner.project, 'main', main);
    return await build(runner);
  },
  main: (runner) => editAndBuild(runner, 'main'),
  model: (runner) => editAndBuild(runner, 'model'),
  'aspect-main': (runner) => editAndBuild(runner, runner.tool === 'plain' ? 'main' : 'aspect-main'),
  'aspect-http': async (runner) => {
    if (runner.tool !== 'plain') return await editAndBuild(runner, 'aspect-http');
    await settle(runner);
    return await build(runner, await plainly(runner, { changed: ['net/http'] }));
  },
  test: async (runner) => {
    const command = [...runner.command, 'test', './...'];
    runner.isSettled = false;
    await time(runner, command);
    return await time(runner, command);
  },
  explain: (runner) => timeGots(runner, 'explain', [runner.project.app.explained]),
  lint: (runner) => timeGots(runner, 'lint', []),
  diff: (runner) => timeGots(runner, 'diff', []),
};

async function editAndBuild(runner, place) {
  await settle(runner);
  edit(runner.project, place, runner.setting.next());
  runner.isSettled = false;
  return await build(runner);
}

async function timeGots(runner, command, args) {
  await settle(runner);
  const [gots] = runner.command;
  await time(runner, [gots, command, ...args]);
  return await time(runner, [gots, command, ...args]);
}

/** Builds untimed, so that nothing but the edit to come is new; not where the tool's last build made the project as it is. */
async function settle(runner) {
  if (!runner.isSettled) await build(runner);
}

/** Plain go does the work that weaving cannot spare as well: {@link counterpart}. */
async function plainly({ tool, project, setting }, what) {
  return tool === 'plain' ? { flags: await counterpart(project, setting, what) } : {};
}

/** A GOCACHE with all that the application needs: the plain runner's, else one made for the purpose. */
function plainCache({ scratch }) {
  const filled = join(scratch, 'plain/gocache');
  return existsSync(filled) ? filled : join(scratch, 'seed');
}
