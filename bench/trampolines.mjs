#!/usr/bin/env node
/**
 * What hooks around a function cost at run time: the same program, built plain, by gots from dist/, and by otelc.
 *
 *   node bench/trampolines.mjs --checkout DIR [--otelc FILE] [--gots FILE]
 *
 * DIR is a checkout of opentelemetry-go-compile-instrumentation, of which the hook interface is used; without --otelc its tool is built.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: { checkout: { type: 'string' }, otelc: { type: 'string' }, gots: { type: 'string' } },
});
if (values.checkout === undefined) {
  console.error('usage: node bench/trampolines.mjs --checkout DIR [--otelc FILE] [--gots FILE]');
  process.exit(2);
}
const checkout = resolve(values.checkout);
const gots = resolve(values.gots ?? join(here, '..', 'dist', 'cli.mjs'));
const scratch = mkdtempSync(join(tmpdir(), 'gots-trampolines-'));

function run(command, args, cwd, env = {}) {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, GOFLAGS: '', GOWORK: 'off', ...env },
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`${command} ${args.join(' ')}\n${result.stdout}${result.stderr}`);
  return result.stdout;
}

function project(name) {
  const dir = join(scratch, name);
  cpSync(join(here, 'trampolines'), dir, { recursive: true });
  const pkg = 'go.opentelemetry.io/otelc/pkg';
  writeFileSync(
    join(dir, 'go.mod'),
    `module example.com/tramp\n\ngo 1.25.0\n\nrequire ${pkg} v0.0.0\n\nreplace ${pkg} => ${join(checkout, 'pkg')}\n`,
  );
  return dir;
}

const rules = 'tramp.otelc.yml';
const builds = {
  plain: (dir) => run('go', ['build', '-o', 'tramp', '.'], dir),
  gots: (dir) => run(process.execPath, [gots, 'go', 'build', '-o', 'tramp', '.'], dir, { GOWORK: '' }),
  otelc: (dir) => {
    const tool = values.otelc ? resolve(values.otelc) : join(scratch, 'otelc-tool');
    if (!values.otelc) run('go', ['build', '-o', tool, './tool/cmd/otelc'], checkout);
    run(tool, ['go', 'build', '-o', 'tramp', '.'], dir, { OTELC_RULES: rules });
  },
};

try {
  const rows = new Map();
  for (const [name, build] of Object.entries(builds)) {
    const dir = project(name);
    build(dir);
    for (const line of run(join(dir, 'tramp'), [], dir).trim().split('\n')) {
      const [kind, ns, allocations, bytes] = line.split(' ');
      rows.set(kind, { ...rows.get(kind), [name]: `${ns} ns, ${allocations} × (${bytes} B)` });
    }
  }
  const tools = Object.keys(builds);
  console.log(`| hook | ${tools.join(' | ')} |\n|---|${tools.map(() => '---').join('|')}|`);
  for (const [kind, row] of rows) console.log(`| ${kind} | ${tools.map((tool) => row[tool]).join(' | ')} |`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
