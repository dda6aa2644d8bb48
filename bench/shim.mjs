// What the shim adds to a tool run: the same tool called directly and through it, in turn.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './measure.mjs';
import { median } from './numbers.mjs';

const calls = 200;

/**
 * Builds helper/shim and measures it with `compile -V=full`; it looks for a server, finds none and execs the compiler.
 *
 * @param {import('./runner.mjs').Setting} setting
 * @returns {Promise<{ calls: number, directMs: number, shimMs: number } | undefined>} medians of one call; undefined without helper/shim
 */
export async function measureShim({ root, scratch, env }) {
  const source = join(root, 'helper/shim');
  if (!existsSync(source)) return undefined;
  const shim = join(scratch, 'shim');
  await run(['go', 'build', '-trimpath', '-o', shim, '.'], {
    cwd: source,
    env: { ...env, CGO_ENABLED: '0', GOWORK: 'off' },
  });
  const compiler = join((await run(['go', 'env', 'GOTOOLDIR'], { cwd: scratch, env })).trim(), 'compile');
  const direct = [];
  const through = [];
  for (let i = 0; i < calls; i++) {
    direct.push(time([compiler, '-V=full'], env));
    through.push(time([shim, compiler, '-V=full'], env));
  }
  return { calls, directMs: median(direct), shimMs: median(through) };
}

function time([program, ...args], env) {
  const started = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: exit ${status}: ${error?.message ?? stderr}`);
  return ms;
}
