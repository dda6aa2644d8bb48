// Measures whole runs of two workflows under act: the action, and actions/setup-go with `go build` and `go test`. See README.md.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seconds, spread, table } from './numbers.mjs';

const home = dirname(dirname(fileURLToPath(import.meta.url)));
const options = {
  act: { type: 'string', default: 'act' },
  'setup-go': { type: 'string' },
  home: { type: 'string', default: home },
  module: { type: 'string', default: join(home, 'examples', 'shop') },
  runs: { type: 'string', default: '3' },
};

/** The same compiler, the same tests, no second build for comparison; each in a folder of its own, hence -trimpath. */
const contenders = {
  'setup-go': {
    steps: [
      { uses: 'actions/setup-go@v7', with: { 'cache-dependency-path': 'go.sum' } },
      { run: 'go build -trimpath ./...' },
      { run: 'go test -trimpath ./...' },
    ],
  },
  gots: { steps: [{ uses: 'org/gots-action@v1', with: { 'build-flags': '-trimpath', compare: false } }] },
};

const changes = {
  cold: 'nothing is there: neither caches nor modules',
  warm: 'another machine, the same commit',
  edited: 'another machine, a commit that changes a main package',
};

async function main() {
  const { values } = parseArgs({ options });
  if (!values['setup-go'])
    throw new Error('usage: node bench/action.mjs --setup-go DIR [--act FILE] [--module DIR] [--runs N]');
  const load = loadavg()[0];
  const times = {};
  for (let run = 0; run < Number(values.runs); run++) {
    for (const name of Object.keys(contenders)) {
      for (const [phase, ms] of Object.entries(await measure(name, values))) {
        times[phase] ??= {};
        times[phase][name] ??= [];
        times[phase][name].push(ms);
      }
    }
  }
  const file = join(home, 'bench', 'results-action.md');
  writeFileSync(file, render(times, values, load));
  console.log(`written: ${file}`);
}

/** Runs one contender's workflow cold, warm and after an edit; the caches of machines are gone before each. */
async function measure(name, values) {
  const root = mkdtempSync(join(tmpdir(), 'gots-bench-action-'));
  const repository = join(root, 'repository');
  const machine = join(root, 'home');
  try {
    prepare(repository, values.module, name);
    const action = join(root, 'action');
    for (const part of ['action.yml', 'dist', 'helper', 'aspects']) {
      cpSync(join(values.home, part), join(action, part), { recursive: true, dereference: true });
    }
    const times = {};
    for (const phase of Object.keys(changes)) {
      if (phase === 'edited') edit(repository);
      remove(machine);
      mkdirSync(machine, { recursive: true });
      times[phase] = await runAct({ root, repository, machine, action, values });
      console.error(`${name} ${phase}: ${seconds(times[phase])}`);
    }
    return times;
  } finally {
    remove(root);
  }
}

function prepare(repository, module, name) {
  cpSync(resolve(module), repository, { recursive: true });
  mkdirSync(join(repository, '.github', 'workflows'), { recursive: true });
  const { steps } = contenders[name];
  const jobs = { build: { 'runs-on': 'ubuntu-latest', steps: [{ uses: 'actions/checkout@v7' }, ...steps] } };
  writeFileSync(join(repository, '.github', 'workflows', 'build.yml'), JSON.stringify({ on: 'push', jobs }));
  git(repository, 'init', '-q', '-b', 'main');
  git(repository, 'remote', 'add', 'origin', 'https://github.com/example/bench');
  commit(repository);
}

/** A new file beside each main package. */
function edit(repository) {
  const list = execFileSync('go', ['list', '-f', '{{if eq .Name "main"}}{{.Dir}}{{end}}', './...'], {
    cwd: repository,
  });
  for (const dir of list.toString().split('\n').filter(Boolean))
    writeFileSync(join(dir, 'edited.go'), 'package main\n\nvar _ = 1\n');
  commit(repository);
}

function commit(repository) {
  git(repository, 'add', '-A');
  git(repository, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', 'commit', '-q', '-m', 'change');
}

function git(cwd, ...args) {
  execFileSync('git', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @returns the time from the start of act to its end, in ms */
function runAct({ root, repository, machine, action, values }) {
  const event = join(root, 'event.json');
  writeFileSync(event, JSON.stringify({ repository: { default_branch: 'main' } }));
  const args = [
    ...['push', '-P', 'ubuntu-latest=-self-hosted', '--eventpath', event],
    ...['--local-repository', `org/gots-action@v1=${action}`],
    ...['--local-repository', `actions/setup-go@v7=${resolve(values['setup-go'])}`],
    ...['--use-new-action-cache', '--action-offline-mode', '--action-cache-path', join(root, 'act')],
    ...['--cache-server-path', join(root, 'service'), '--cache-server-addr', '127.0.0.1'],
  ];
  const places = {
    HOME: machine,
    GOPATH: join(machine, 'go'),
    GOCACHE: join(machine, 'go-build'),
    GOTS_CACHE: join(machine, 'gots'),
  };
  const env = {
    ...process.env,
    ...places,
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOMODCACHE: join(machine, 'go', 'pkg', 'mod'),
  };
  const started = performance.now();
  const child = spawn(values.act, args, { cwd: repository, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => {
      if (code === 0) done(performance.now() - started);
      else failed(new Error(`act ended with ${code}:\n${output}`));
    });
  });
}

/** Modules are read-only, their folders included. */
function remove(dir) {
  if (!existsSync(dir)) return;
  execFileSync('chmod', ['-R', 'u+w', dir]);
  rmSync(dir, { recursive: true, force: true });
}

function render(times, values, load) {
  const names = Object.keys(contenders);
  const rows = Object.entries(times).map(([phase, of]) => [
    `${phase}: ${changes[phase]}`,
    ...names.map((name) => spread(of[name])),
  ]);
  const go = execFileSync('go', ['env', 'GOVERSION']).toString().trim();
  const module = relative(home, resolve(values.module));
  return `# Runs of the action

Whole runs of a workflow under act, from the start of act to its end, with act's cache service on this machine. \`setup-go\` is
\`actions/setup-go\` with its cache, \`go build\` and \`go test\`; \`gots\` builds and tests woven. ${go}, ${cpus().length} processors, load
${load.toFixed(1)} at the start. Module: ${module.startsWith('..') ? 'another one' : `\`${module}\``}.

${table(['run', ...names], rows)}
`;
}

await main();
