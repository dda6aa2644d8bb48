import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { layOutModules, mergeModules, modulesOf, readModuleIndex } from '../../src/action/cache/module-pack.ts';
import { type CacheService, startCacheService } from './support/cache-service.ts';
import { beginJob, endJob, filesIn, gotsGo, newMachine, temporaryFolder } from './support/cached-job.ts';

const version = 'v0.0.0-20250915201037-7f05d217867b';
const module = `golang.org/x/example/hello@${version}`;
const project = {
  'go.mod': `module example.com/m\n\ngo 1.24\n\nrequire golang.org/x/example/hello ${version}\n`,
  'main.go':
    'package main\n\nimport "golang.org/x/example/hello/reverse"\n\nfunc main() { println(reverse.String("olleh")) }\n',
  'gots.yml': `aspects:
  - id: main
    join-point: {all-of: [{package-name: main}, {function-body: {function: [{name: main}]}}]}
    advice: [{prepend-statements: {template: 'println("woven")'}}]
`,
};

let folder = '';
let service: CacheService;
/** As after `go mod tidy`: with go.sum. */
let files: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  folder = temporaryFolder();
  service = await startCacheService(join(folder, 'service'));
  const { checkout, env } = machine({ ...project });
  execFileSync('go', ['mod', 'tidy'], { cwd: checkout, env });
  files = { ...project, 'go.sum': readFileSync(join(checkout, 'go.sum'), 'utf8') };
});
afterAll(async () => {
  await service.close();
  remove(folder);
});

/** Modules are read-only, their folders included. */
function remove(dir: string): void {
  if (existsSync(dir)) execFileSync('chmod', ['-R', 'u+w', dir]);
  rmSync(dir, { recursive: true, force: true });
}

/** A new machine with a GOMODCACHE of its own. */
function machine(checkout: Readonly<Record<string, string>>, goCache?: string) {
  remove(join(folder, 'machine'));
  const made = newMachine(join(folder, 'machine'), checkout, goCache);
  made.env['GOMODCACHE'] = join(made.env['HOME'] as string, 'mod');
  return made;
}

test('modules that the build names are kept, and serve a machine without a network', async () => {
  const cold = await beginJob(machine(files, inject('warmGoCache')), { service });
  gotsGo(cold, 'build', '-o', 'app', '.');
  // What a tool brought is none of the build.
  execFileSync('go', ['mod', 'download', `golang.org/x/example@${version}`], { cwd: folder, env: cold.machine.env });
  expect(await endJob(cold)).toBe(true);
  expect(cold.said.lines.at(-1)).toMatch(/^cache: 1 module saved as gots_1-/);
  expect(service.entries()).toHaveLength(2);

  const offline = machine(files);
  offline.env['GOPROXY'] = 'off';
  const warm = await beginJob(offline, { service, commit: 'c2', run: '2' });
  expect(gotsGo(warm, 'build', '-o', 'app', '.').stats['compiles']).toBe(0);
  const kept = filesIn(offline.env['GOMODCACHE'] as string);
  expect(kept.filter((name) => /x\/example@|\.zip$/.test(name))).toEqual([]);
  expect(kept).toContain(`${module}/reverse/reverse.go`);
  execFileSync('go', ['mod', 'verify'], { cwd: offline.checkout, env: offline.env });
  await endJob(warm);
  expect(service.entries()).toHaveLength(2);

  // Where setup-go or an earlier job has put modules, they are left to it.
  const again = await beginJob(offline, { service, commit: 'c3', run: '3' });
  expect(again.restored.modules).toBeUndefined();
  expect(again.said.lines.join('\n')).toContain('cache: modules are there already');
});

test('a changed file of a module, or of its list, is found', () => {
  const { checkout, env } = machine(files);
  execFileSync('go', ['mod', 'download'], { cwd: checkout, env });
  const from = env['GOMODCACHE'] as string;
  const index = modulesOf(from, [files['go.sum'] as string]);
  expect(Object.keys(index.modules)).toEqual([module]);
  const pack = join(folder, 'pack');
  const merged = (name: string) => mergeModules(pack, readModuleIndex(pack) as typeof index, join(folder, name));
  layOutModules(from, index, pack);
  // What is in the pack may be linked to what was packed.
  const source = join(pack, module, 'reverse', 'reverse.go');
  const text = readFileSync(source, 'utf8');
  rmSync(source);
  writeFileSync(source, `${text}\n`);
  expect(merged('one')).toEqual([module]);
  expect(existsSync(join(folder, 'one', module))).toBe(false);
  writeFileSync(source, text);
  const mod = join(pack, `cache/download/golang.org/x/example/hello/@v/${version}.mod`);
  rmSync(mod);
  writeFileSync(mod, 'module other\n');
  expect(merged('two')).toEqual([`cache/download/golang.org/x/example/hello/@v/${version}.mod`]);
  expect(existsSync(join(folder, 'two', module, 'reverse', 'reverse.go'))).toBe(true);
  expect(statSync(join(folder, 'two', module, 'reverse')).mode & 0o222).toBe(0);
  for (const name of ['../x@v1.0.0', 'cache/x@v1', 'a/../b@v1.0.0', 'x']) {
    writeFileSync(join(pack, 'index.json'), JSON.stringify({ ...index, modules: { [name]: 'h1:' } }));
    expect(readModuleIndex(pack)).toBeUndefined();
  }
});
