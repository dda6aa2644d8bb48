import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../../../src/cli/command-context.ts';
import { lastStart } from '../../../../src/cli/start/last-start.ts';
import { configurationEndings, noteStart } from '../../../../src/cli/start/note-start.ts';
import { launcherText } from '../../../../src/cli/start/start-program.ts';
import { wovenVariables } from '../../../../src/cli/start/woven-variables.ts';
import type { WeavingEnv } from '../../../../src/cli/weaving-env.ts';
import { configurationFiles, configurationVariables } from '../../../../src/dialects/facts.ts';
import { sealedFrame, takeFrame } from '../../../../src/driver/front/protocol.ts';
import { nodeFlags } from '../../../../src/driver/node-flags.ts';
import { rulesFile } from '../../../../src/driver/plan/plan.ts';
import { splitQuoted } from '../../../../src/go/flags.ts';
import { builtShim } from '../../../support/shim.ts';

let root: string;
let realShim: string;

beforeAll(async () => {
  realShim = await builtShim();
}, 120_000);

/** A machine with go, gots and a module; `env` is joined to its environment. */
function machine(env: NodeJS.ProcessEnv = {}, ofGo: { readonly goflags?: string } = {}) {
  const at = (...names: string[]): string => join(root, ...names);
  const context = {
    cwd: at('mod', 'cmd'),
    env: { HOME: at('home'), PATH: `${at('early')}:${at('goroot', 'bin')}`, ...env },
    go: 'go',
    cacheDir: at('cache'),
    home: at('gots'),
    cacheProg: at('gots', 'dist', 'cacheprog.cjs'),
  } as unknown as CommandContext;
  const found = { goflags: env['GOFLAGS'] ?? '-buildvcs=false', goCacheProg: env['GOCACHEPROG'] ?? '', ...ofGo };
  const planFile = at('cache', 'plans', '1', 'plan.json');
  const shim = at('cache', 'bin', 'shim-1');
  const weaving = {
    goArgs: ['build', './...'],
    variables: wovenVariables(context, {
      ...found,
      flags: splitQuoted(found.goflags),
      shim,
      planFile,
      env: context.env,
    }),
    plan: {
      shim,
      inputs: ['go.mod', 'gots.yml', 'aspects'].map((name) => ({ path: at('mod', name), hash: '' })),
      injection: undefined,
    },
    goEnv: { ...found, goRoot: at('goroot'), goWork: '' },
    place: { moduleDir: at('mod'), configDirs: [at('mod')] },
  } as unknown as WeavingEnv;
  return { at, context, weaving, planFile, shim };
}

function write(file: string, text: string, mode?: number): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text, { mode });
}

const args = ['build', './...'];
const later = Date.now() + 3_600_000;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'gots-start-')));
  const { at, planFile, shim } = machine();
  write(at('goroot', 'bin', 'go'), 'ELF', 0o755);
  write(at('goroot', 'VERSION'), 'go1.26.8');
  write(at('goroot', 'go.env'), 'GOPROXY=x\n');
  write(at('home', '.config', 'go', 'env'), 'GOFLAGS=-buildvcs=false\n');
  mkdirSync(at('mod', 'cmd'), { recursive: true });
  write(at('mod', 'go.mod'), 'module m\n');
  write(at('mod', 'aspects', 'a.yml'), 'a: 1\n');
  write(at('gots', 'dist', 'weaver.json'), '["cli.mjs"]');
  write(at('gots', 'dist', 'cli.mjs'), 'code');
  write(at('gots', 'helper', 'shim', 'main.go'), 'package main');
  writeLauncher();
  write(planFile, 'plan', 0o600);
  write(rulesFile(planFile), 'rules', 0o600);
  mkdirSync(at('cache', 'bin'));
  copyFileSync(realShim, shim);
  chmodSync(shim, 0o755);
});

const template = readFileSync(join(import.meta.dirname, '../../../../src/cli/start/launcher.sh'), 'utf8');

function writeLauncher(): void {
  const home = join(root, 'gots');
  write(join(home, 'dist', 'gots'), launcherText(template, home), 0o755);
}

afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Notes a start; `startedMs` is late enough for all files to have settled. */
function note(env: NodeJS.ProcessEnv = {}, goArgs = args, startedMs = later): void {
  const { context, weaving } = machine(env);
  noteStart(context, goArgs, { ...weaving, goArgs }, startedMs);
}

const again = (env: NodeJS.ProcessEnv = {}, goArgs = args) => lastStart(machine(env).context, goArgs)?.variables;

test('a start in which nothing has changed has the variables of the last one', () => {
  note();
  const { planFile, shim, context } = machine();
  expect(again()).toEqual({
    GOFLAGS: `-buildvcs=false -toolexec=${shim}`,
    GOCACHEPROG: `${shim} cacheprog ${process.execPath} ${nodeFlags.join(' ')} ${context.cacheProg}`,
    GOTS_PLAN: planFile,
    GOTS_SAVED: '[null,null,""]',
  });
});

test('nothing of the environment or the command line is written down', () => {
  const env = { GOFLAGS: '-tags=SECRET', GOCACHEPROG: '/bin/SECRET', GOPROXY: 'https://u:SECRET@h' };
  const goArgs = ['build', '-ldflags=-X=m.key=SECRET'];
  note(env, goArgs);
  expect(again(env, goArgs)).toMatchObject({ GOTS_SAVED: '["-tags=SECRET","/bin/SECRET","/bin/SECRET"]' });
  const dir = join(root, 'cache', 'builds');
  const [name = ''] = readdirSync(dir);
  expect(readFileSync(join(dir, name), 'utf8')).not.toContain('SECRET');
  expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600);
});

/** Another text of the same size, with the old time of last change. */
function rewrite(...names: string[]): void {
  const file = join(root, ...names);
  const { atime, mtime } = statSync(file);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/.$/m, '#'));
  utimesSync(file, atime, mtime);
}

describe('after a change, the long way is gone', () => {
  test.each<[string, () => void]>([
    ['of an input of the plan', () => rewrite('mod', 'go.mod')],
    ['of a file in a folder that is an input', () => rewrite('mod', 'aspects', 'a.yml')],
    ['a new file in such a folder', () => write(join(root, 'mod', 'aspects', 'b.yml'), 'b: 1\n')],
    ['an input that was absent', () => write(join(root, 'mod', 'gots.yml'), 'x: 1\n')],
    ['a configuration of another dialect', () => write(join(root, 'mod', 'orchestrion.yml'), 'x: 1\n')],
    ['a module in between', () => write(join(root, 'mod', 'cmd', 'go.mod'), 'module n\n')],
    ['a workspace above', () => write(join(root, 'go.work'), 'go 1.26\n')],
    ['of the settings of `go env -w`', () => rewrite('home', '.config', 'go', 'env')],
    ['of the settings of the toolchain', () => rewrite('goroot', 'go.env')],
    ['of the version of Go', () => rewrite('goroot', 'VERSION')],
    ['of the go command', () => rewrite('goroot', 'bin', 'go')],
    ['another go command, earlier in PATH', () => write(join(root, 'early', 'go'), '#!/bin/sh', 0o755)],
    ['of the code of gots', () => rewrite('gots', 'dist', 'cli.mjs')],
    ['a new file of the shim', () => write(join(root, 'gots', 'helper', 'shim', 'new.go'), 'package main')],
    ['of the shim', () => rewrite('cache', 'bin', 'shim-1')],
    ['the mode of the shim', () => chmodSync(join(root, 'cache', 'bin', 'shim-1'), 0o777)],
    ['of the plan', () => rewrite('cache', 'plans', '1', 'plan.json')],
    ['the rules are gone', () => rmSync(rulesFile(join(root, 'cache', 'plans', '1', 'plan.json')))],
    [
      'a file in the place of another',
      () => {
        write(join(root, 'other'), 'module m\n');
        renameSync(join(root, 'other'), join(root, 'mod', 'go.mod'));
      },
    ],
  ])('%s', (_, change) => {
    note();
    expect(again()).toBeDefined();
    change();
    expect(again()).toBeUndefined();
  });

  test.each<[string, NodeJS.ProcessEnv, string[]]>([
    ['of the arguments', {}, ['build', '.']],
    ['of GOFLAGS', { GOFLAGS: '-race' }, args],
    ['of GOOS', { GOOS: 'plan9' }, args],
    ['of a variable of a dialect', { OTELC_RULES: 'x' }, args],
    ['inside of `gots env`', { GOTS_SAVED: '[null,null,""]' }, args],
  ])('%s', (_, env, goArgs) => {
    note();
    expect(again(env, goArgs)).toBeUndefined();
  });
});

describe('nothing is noted', () => {
  test.each<[string, () => void]>([
    ['with -mod=mod, which writes go.mod', () => note({}, ['build', '-mod=mod'])],
    ['with an overlay', () => note({}, ['build', '-overlay=o.json'])],
    ['with an overlay in GOFLAGS', () => note({ GOFLAGS: '-overlay=o.json' })],
    ['with a -toolexec of the user', () => note({ GOFLAGS: '-toolexec=time' })],
    ['with -C', () => note({}, ['-C', 'x', 'build'])],
    ['for a command that does not weave', () => note({}, ['env'])],
    ['where files that are used are noted', () => note({ GOTS_TOUCHED: '/t' })],
    [
      'with a script in place of go',
      () => {
        write(join(root, 'early', 'go'), '#!/bin/sh', 0o755);
        note();
      },
    ],
    ['with -C behind the command', () => note({}, ['build', '-C', 'x'])],
    ['with a relative PATH', () => note({ PATH: `bin:${join(root, 'goroot', 'bin')}` })],
    ['where a file changed after the start began', () => note({}, args, Date.now())],
    [
      'where go has other settings than its files say',
      () => {
        const { context, weaving } = machine({}, { goflags: '-trimpath' });
        noteStart(context, args, weaving, later);
      },
    ],
    [
      'where the launcher is for another shim',
      () => {
        write(join(root, 'gots', 'helper', 'shim', 'more.go'), 'package main');
        note();
      },
    ],
    [
      'where there is no launcher',
      () => {
        rmSync(join(root, 'gots', 'dist', 'gots'));
        note();
      },
    ],
    [
      'where the arguments were changed',
      () => {
        const { context, weaving } = machine();
        noteStart(context, args, { ...weaving, goArgs: ['build'] }, later);
      },
    ],
  ])('%s', (_, make) => {
    make();
    expect(filesIn(join(root, 'cache', 'builds'))).toEqual([]);
  });

  test('in a cache that cannot be written', () => {
    write(join(root, 'cache', 'builds'), 'a file');
    expect(() => note()).not.toThrow();
  });
});

const filesIn = (dir: string): string[] => (readdirSync(join(dir, '..')).includes('builds') ? readdirSync(dir) : []);

describe('a note is not believed', () => {
  const noted = (): string => lastStart(machine().context, args)?.file ?? '';

  test('that others may have written', () => {
    note();
    chmodSync(noted(), 0o666);
    expect(again()).toBeUndefined();
  });

  test('that is damaged', () => {
    note();
    const bytes = readFileSync(noted());
    bytes[bytes.indexOf('-toolexec')] = 0x2b;
    writeFileSync(noted(), bytes);
    expect(again()).toBeUndefined();
  });

  test.each([
    ['just made', 0, true],
    ['an hour old', -62, false],
    ['of the future', 3, false],
  ])('%s', (_, minutes, isBelieved) => {
    note();
    const { kind, fields } = takeFrame(readFileSync(noted()).subarray(0, -32))?.frame ?? {
      kind: '',
      fields: new Map(),
    };
    const savedMinute = [String(Math.floor(Date.now() / 60_000) + minutes)];
    writeFileSync(noted(), sealedFrame(kind, { ...Object.fromEntries(fields), savedMinute }));
    expect(again() !== undefined).toBe(isBelieved);
  });

  test('of another Node', () => {
    note();
    const { context } = machine();
    const { execPath } = process;
    try {
      process.execPath = '/other/node';
      expect(lastStart(context, args)).toMatchObject({ variables: undefined });
    } finally {
      process.execPath = execPath;
    }
  });
});

test('a program that was changed is not asked', () => {
  note();
  expect(again()).toBeDefined();
  const bin = join(root, 'cache', 'bin');
  const [name = ''] = readdirSync(bin).filter((each) => /^start-[^.]*$/.test(each));
  chmodSync(join(bin, name), 0o775);
  expect(again()).toBeUndefined();
});

test('all that configures a module shows', () => {
  const ending = new RegExp(`(${configurationEndings.map((each) => each.replaceAll('.', '\\.')).join('|')})$`);
  for (const name of [...configurationFiles.filter((file) => !file.includes('/')), 'otelc.yaml', 'x.otelc.yml'])
    expect(name).toMatch(ending);
  for (const name of configurationVariables) {
    note({ [name]: 'a' });
    expect(again({ [name]: 'a' })).toBeDefined();
    expect(again({ [name]: 'b' })).toBeUndefined();
  }
});
