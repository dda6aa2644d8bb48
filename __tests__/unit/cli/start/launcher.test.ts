import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { launchedProgram, launcherText, machine } from '../../../../src/cli/start/start-program.ts';
import { tempDir } from '../../../support/temp-module.ts';

const template = readFileSync(join(import.meta.dirname, '../../../../src/cli/start/launcher.sh'), 'utf8');
const shells = ['sh', 'dash', 'bash', 'busybox'].filter((name) => spawnSync(name, ['-c', ':']).status !== null);

let root: string;
let home: string;
let launcher: string;
let program: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, 0o755);
}

/** A package of gots, a Node and a program in the cache that print how they were called. */
beforeEach(() => {
  root = join(realpathSync(tempDir()), "a folder's");
  home = join(root, 'gots');
  write(join(home, 'helper', 'shim', 'main.go'), 'package main\n');
  launcher = join(home, 'dist', 'gots');
  write(launcher, launcherText(template, home));
  write(join(root, 'bin', 'node'), '#!/bin/sh\nprintf "node"\nprintf "|%s" "$@"\nexit 3\n');
  program = programIn('cache');
  write(program, '#!/bin/sh\nprintf "start"\nprintf "|%s" "$@"\nexit 4\n');
  mkdirSync(join(root, 'cwd'));
});

/** Where the launcher looks for its program, with the cache in this folder. */
function programIn(...names: string[]): string {
  return launchedProgram({ home, cacheDir: join(root, ...names) })?.path ?? '';
}

interface Call {
  readonly shell?: string;
  readonly file?: string;
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

function run({ shell = 'sh', file = launcher, args = ['go', 'build', 'a b', ''], env = {} }: Call = {}) {
  const variables = { PATH: `${join(root, 'bin')}:/usr/bin:/bin`, GOTS_CACHE: join(root, 'cache'), ...env };
  const words = [...(shell === 'busybox' ? ['sh'] : []), file, ...args];
  const { status, stdout, stderr } = spawnSync(shell, words, {
    cwd: join(root, 'cwd'),
    env: variables,
    encoding: 'utf8',
  });
  return { status, said: stdout.replaceAll(root, '~'), stderr };
}

const byNode = { status: 3, said: 'node|~/gots/dist/cli.mjs|go|build|a b|', stderr: '' };
const byProgram = { status: 4, said: 'start|start|~/gots/dist/gots|~/cache|go|build|a b|', stderr: '' };

describe.each(shells)('in %s', (shell) => {
  test('go begins with the program in the cache', () => expect(run({ shell })).toEqual(byProgram));

  test.each<[string, () => void]>([
    ['is not there', () => execFileSync('rm', [program])],
    ['is empty', () => truncateSync(program)],
    ['cannot be run', () => chmodSync(program, 0o644)],
    ['is a link', () => execFileSync('sh', ['-c', 'mv "$0" "$0.x" && ln -s "$0.x" "$0"', program])],
    ['is of another version of gots', () => execFileSync('mv', [program, program.replace(/start-./, 'start-x')])],
    ['is of another kind of machine', () => execFileSync('mv', [program, `${program}1`])],
  ])('Node begins where it %s', (_, change) => {
    change();
    expect(run({ shell })).toEqual(byNode);
  });

  test.runIf(process.getuid?.() === 0)('Node begins where it is of another user', () => {
    chownSync(program, 4711, 0);
    expect(run({ shell })).toEqual(byNode);
  });

  test.each(['version', 'env', '--aspects'])('Node begins for %s', (word) => {
    expect(run({ shell, args: [word, 'go'] }).said).toBe(`node|~/gots/dist/cli.mjs|${word}|go`);
  });

  test('Node begins without arguments', () => expect(run({ shell, args: [] }).said).toBe('node|~/gots/dist/cli.mjs'));

  test('through links, Node finds its file', () => {
    mkdirSync(join(root, 'x', '.bin'), { recursive: true });
    symlinkSync('../../gots/dist/gots', join(root, 'x', '.bin', 'gots'));
    symlinkSync(join(root, 'x', '.bin', 'gots'), join(root, 'cwd', 'g'));
    expect(run({ shell, file: join(root, 'x', '.bin', 'gots'), args: ['version'] })).toMatchObject({
      said: 'node|~/x/.bin/../../gots/dist/cli.mjs|version',
    });
    expect(run({ shell, file: './g', args: ['version'] })).toMatchObject({
      said: 'node|~/x/.bin/../../gots/dist/cli.mjs|version',
    });
  });

  test('without Node it says so', () => {
    mkdirSync(join(root, 'none'));
    const path = execFileSync('which', [shell], { encoding: 'utf8' }).trim();
    expect(run({ shell: path === '' ? shell : path, args: ['version'], env: { PATH: join(root, 'none') } })).toEqual({
      status: 127,
      said: '',
      stderr: 'gots: needs Node 20.19 or newer, and there is no node in PATH\n',
    });
  });
});

describe('the cache is', () => {
  const inHome = (...names: string[]) => {
    write(programIn(...names), '#!/bin/sh\nprintf "$3"\n');
  };

  test.runIf(process.platform !== 'darwin').each<[string, NodeJS.ProcessEnv, string[]]>([
    ['in $XDG_CACHE_HOME', { XDG_CACHE_HOME: '@/xdg', HOME: '@/h' }, ['xdg', 'gots']],
    ['in $HOME', { HOME: '@/h', XDG_CACHE_HOME: '' }, ['h', '.cache', 'gots']],
    ['$GOTS_CACHE', { HOME: '@/h', GOTS_CACHE: '@/own' }, ['own']],
  ])('%s', (_, env, folder) => {
    inHome(...folder);
    const variables = Object.fromEntries(
      Object.entries(env).map(([name, text = '']) => [name, text.replace('@', root)]),
    );
    expect(run({ env: { GOTS_CACHE: '', ...variables } }).said).toBe(`~/${folder.join('/')}`);
  });

  test.each<[string, NodeJS.ProcessEnv]>([
    ['unknown without HOME', { GOTS_CACHE: '' }],
    ['not taken from a relative path', { GOTS_CACHE: '../cache' }],
  ])('%s', (_, env) => expect(run({ env })).toEqual(byNode));
});

test('machines are told apart by their dynamic linkers, else by what the shell says', () => {
  const there = (...paths: string[]) => machine((path) => paths.includes(path), 'arm64');
  expect(there('/proc/self', '/lib64/ld-linux-x86-64.so.2')).toBe('101000');
  expect(there('/proc/self', '/lib/ld-musl-aarch64.so.1')).toBe('100001');
  expect(there('/System/Library')).toBe('010000-arm64');
  expect(machine(() => false, 'x64')).toBe('000000-x86_64');
});
