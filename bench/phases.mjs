// The phases: what is prepared untimed, what is timed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { edit, overlayHttp } from './project.mjs';
import { build, forget, pretendPlain } from './runner.mjs';

/**
 * Runs one phase with one tool.
 *
 * @param {import('./options.mjs').PhaseName} phase
 * @param {Awaited<ReturnType<typeof import('./runner.mjs').createRunner>>} runner
 * @returns what {@link build} returns; undefined where the phase says nothing about the tool
 */
export function runPhase(phase, runner) {
  return actions[phase](runner);
}

const actions = {
  cold: async (runner) => {
    forget(runner);
    return await build(runner);
  },
  first: async (runner) => {
    if (runner.tool === 'plain') return undefined;
    const caches = {
      go: join(runner.setting.scratch, 'first/gocache'),
      gots: join(runner.setting.scratch, 'first/gotscache'),
    };
    const first = { ...runner, caches };
    await pretendPlain(first, plainCache(runner.setting));
    const result = await build(first);
    forget(first);
    return result;
  },
  unchanged: async (runner) => {
    await settle(runner);
    return await build(runner);
  },
  main: (runner) => editAndBuild(runner, 'main'),
  model: (runner) => editAndBuild(runner, 'model'),
  'aspect-main': (runner) => editAndBuild(runner, runner.tool === 'plain' ? 'main' : 'aspect-main'),
  'aspect-http': async (runner) => {
    if (runner.tool !== 'plain') return await editAndBuild(runner, 'aspect-http');
    await settle(runner);
    const { scratch, goroot, next } = runner.setting;
    return await build(runner, ['-overlay', overlayHttp(scratch, goroot, next())]);
  },
};

async function editAndBuild(runner, place) {
  await settle(runner);
  edit(runner.project, place, runner.setting.next());
  return await build(runner);
}

/** Builds untimed, so that nothing but the edit to come is new: a phase left out, or another phase's overlay. */
async function settle(runner) {
  await build(runner);
}

/** A GOCACHE with all that the application needs: the plain runner's, else one made for the purpose. */
function plainCache({ scratch }) {
  const filled = join(scratch, 'plain/gocache');
  return existsSync(filled) ? filled : join(scratch, 'seed');
}
