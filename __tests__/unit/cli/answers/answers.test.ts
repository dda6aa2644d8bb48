import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { answerFile } from '../../../../src/cli/answers/answer-note.ts';
import type { AnswerSources } from '../../../../src/cli/answers/answer-sources.ts';
import { recordAnswer } from '../../../../src/cli/answers/keep-answer.ts';
import { lastAnswer } from '../../../../src/cli/answers/last-answer.ts';
import { localTrees } from '../../../../src/cli/answers/local-trees.ts';
import { plannedSources } from '../../../../src/cli/answers/planned-sources.ts';
import type { CommandContext } from '../../../../src/cli/command-context.ts';
import { tempModule } from '../../../support/temp-module.ts';

let root: string;
const at = (...names: string[]): string => join(root, ...names);
const later = Date.now() + 3_600_000;
const argv = ['explain', 'main.go:3'];

function write(file: string, text: string, mode?: number): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode });
}

function contextOf(env: NodeJS.ProcessEnv = {}): CommandContext {
  return {
    cwd: at('mod'),
    env: { HOME: at('home'), PATH: `${at('early')}:${at('goroot', 'bin')}`, ...env },
    go: 'go',
    cacheDir: at('cache'),
    home: at('gots'),
    write: vi.fn(),
  } as unknown as CommandContext;
}

beforeEach(() => {
  root = tempModule({
    'goroot/VERSION': 'go1.26.8',
    'mod/go.mod': 'module m\n',
    'mod/main.go': 'package main\n',
    'mod/gots.yml': 'aspects: []\n',
    'gots/dist/weaver.json': '[]',
    'gots/helper/shim/main.go': 'package main',
  });
  write(at('goroot', 'bin', 'go'), 'ELF', 0o755);
});

const fileOf = (context: CommandContext, words = argv) => answerFile(context, words[0] ?? '', words) ?? '';

/** Keeps an answer; `startedMs` is late enough for all files to have settled. */
function keep(more: Partial<AnswerSources> = {}, env: NodeJS.ProcessEnv = {}, startedMs = later): string {
  const context = contextOf(env);
  const file = fileOf(context);
  const recording = recordAnswer(context, file, startedMs);
  recording.context.write('printed ');
  recording.context.write('in parts\n');
  const goEnv = { goRoot: at('goroot'), goWork: '', goflags: env['GOFLAGS'] ?? '' };
  const sources = { trees: [at('mod')], folders: [] };
  recording.context.followsFrom?.({ goEnv, inputs: [at('mod', 'gots.yml'), at('absent.yml')], sources, ...more });
  recording.keep(3);
  expect(vi.mocked(context.write).mock.calls).toEqual([['printed '], ['in parts\n']]);
  return file;
}

test('what was printed is said again as long as nothing has changed', () => {
  const file = keep();
  expect(lastAnswer(file)).toMatchObject({
    exitCode: 3,
    printed: [
      { to: 'stdout', text: 'printed ' },
      { to: 'stdout', text: 'in parts\n' },
    ],
  });
});

test('warnings are printed, and said again', () => {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const context = contextOf();
  const recording = recordAnswer(context, fileOf(context), later);
  recording.context.log.warn('2 errors');
  const goEnv = { goRoot: at('goroot'), goWork: '', goflags: '' };
  recording.context.followsFrom?.({ goEnv, inputs: [], sources: { trees: [], folders: [] } });
  recording.keep(0);
  expect(stderr.mock.calls).toEqual([['gots: 2 errors\n']]);
  stderr.mockRestore();
  expect(lastAnswer(fileOf(context))?.printed).toEqual([{ to: 'stderr', text: 'gots: 2 errors\n' }]);
});

describe('after a change, everything is looked at again', () => {
  test.each<[string, () => void]>([
    ['of a source', () => write(at('mod', 'main.go'), 'package mine\n')],
    ['of an aspect', () => write(at('mod', 'gots.yml'), 'aspects: []\n\n')],
    ['a new package', () => write(at('mod', 'p', 'p.go'), 'package p\n')],
    ['a file that was absent', () => write(at('absent.yml'), '')],
    ['of go.mod', () => write(at('mod', 'go.mod'), 'module n\n')],
    ['a workspace above', () => write(at('go.work'), 'go 1.26\n')],
    ['of the settings of `go env -w`', () => write(at('home', '.config', 'go', 'env'), 'GOFLAGS=-race\n')],
    ['of the version of Go', () => write(at('goroot', 'VERSION'), 'go1.27.0')],
    ['another go command, earlier in PATH', () => write(at('early', 'go'), '#!/bin/sh', 0o755)],
    ['a C compiler', () => write(at('early', 'gcc'), '#!/bin/sh', 0o755)],
    ['of the code of gots', () => write(at('gots', 'helper', 'shim', 'more.go'), 'package main')],
  ])('%s', (_, change) => {
    const file = keep();
    expect(lastAnswer(file)).toBeDefined();
    change();
    expect(lastAnswer(file)).toBeUndefined();
  });

  test.each([
    ['of the arguments', fileOfOther(['explain', 'main.go:4'])],
    ['of a variable', fileOfOther(argv, { GOOS: 'plan9' })],
  ])('%s', (_, other) => {
    expect(other()).not.toBe(fileOf(contextOf()));
  });

  test('not of what a shell changes by itself', () => {
    expect(fileOf(contextOf({ SHLVL: '2', _: '/bin/gots', COLUMNS: '80' }))).toBe(fileOf(contextOf()));
  });

  test('nor of a program that is built, but of an hour', () => {
    const file = keep();
    write(at('mod', 'server'), 'ELF');
    expect(lastAnswer(file)).toBeDefined();
    expect(lastAnswer(file, Date.now() + 3_700_000)).toBeUndefined();
    expect(lastAnswer(file, Date.now() - 60_000)).toBeUndefined();
  });
});

function fileOfOther(words: readonly string[], env: NodeJS.ProcessEnv = {}): () => string {
  return () => fileOf(contextOf(env), [...words]);
}

describe('nothing is kept', () => {
  const goEnv = (goflags: string) => ({ goRoot: at('goroot'), goWork: '', goflags });
  test.each<[string, () => string]>([
    ['with an overlay', () => keep({ goEnv: goEnv('-overlay=o.json') })],
    ['with another go.mod', () => keep({ goEnv: goEnv('-modfile=a.mod') })],
    ['with -mod=mod, which writes go.mod', () => keep({ goEnv: goEnv('-mod=mod') })],
    ['with a -toolexec of the user', () => keep({ goEnv: goEnv('-toolexec=time') })],
    ['where a file changed after the command began', () => keep({}, {}, Date.now() - 60_000)],
    [
      'with a script in place of go',
      () => {
        write(at('early', 'go'), '#!/bin/sh', 0o755);
        return keep();
      },
    ],
    ['where the command does not say what its answer follows from', () => keepAfter(undefined)],
  ])('%s', (_, make) => {
    expect(existsSync(make())).toBe(false);
  });

  test.each(['GOTS_DEBUG', 'GOTS_TOUCHED', 'GOTS_SAVED', 'GOTS_PLAN'])('with %s', (name) => {
    expect(answerFile(contextOf({ [name]: '1' }), 'explain', argv)).toBeUndefined();
  });

  test('of commands that do more than print', () => {
    expect(answerFile(contextOf(), 'go', ['go', 'build'])).toBeUndefined();
  });

  test('in a cache that cannot be written', () => {
    write(at('cache', 'builds'), 'a file');
    expect(() => keep()).not.toThrow();
  });

  test('of a plan that warned, or that plug-ins have a part in', () => {
    const log = (count: number) => ({ warnings: () => count });
    const view = (count: number, path: string) =>
      ({
        context: { log: log(count) },
        goEnv: goEnv(''),
        plan: { aspectFiles: [{ path }], inputs: [{ path: at('mod', 'gots.yml') }], moduleDirs: [at('mod')] },
      }) as unknown as Parameters<typeof plannedSources>[0];
    expect(plannedSources(view(0, '/a.yml'), ['/b', '/a', '/b'])).toMatchObject({
      inputs: [at('mod', 'gots.yml')],
      sources: { trees: [at('mod')], folders: ['/a', '/b'] },
    });
    expect(plannedSources(view(1, '/a.yml'), [])).toBeUndefined();
    expect(plannedSources(view(0, '/a.mjs'), [])).toBeUndefined();
  });
});

function keepAfter(sources: AnswerSources | undefined): string {
  const context = contextOf();
  const file = fileOf(context);
  const recording = recordAnswer(context, file, later);
  recording.context.followsFrom?.(sources);
  recording.keep(0);
  return file;
}

test('an answer is its owner’s alone, holds nothing of the environment, and is not believed where others may have written it', () => {
  const file = keep({}, { GOFLAGS: '-tags=SECRET', GOPROXY: 'https://u:SECRET@h' });
  expect(readFileSync(file, 'utf8')).not.toContain('SECRET');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(lastAnswer(file)).toBeDefined();
  chmodSync(file, 0o666);
  expect(lastAnswer(file)).toBeUndefined();
});

test('modules in folders are those of main modules, and of what they and the workspace put in the place of others', () => {
  write(at('mod', 'go.mod'), 'module m\n\nreplace a => ../a\n\nreplace b v1.0.0 => example.com/c v1.0.0\n');
  write(at('go.work'), 'go 1.24\n\nuse ./mod\n\nreplace d => ./d\n');
  expect(localTrees([at('mod')], '')).toEqual([at('mod'), at('a')]);
  expect(localTrees([at('mod')], at('go.work'))).toEqual([at('mod'), at('a'), at('d')]);
});
