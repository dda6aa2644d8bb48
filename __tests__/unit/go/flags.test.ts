import { describe, expect, test } from 'vitest';
import { childFlags, quoteWord, readFlags, splitQuoted, takeToolexec } from '../../../src/go/flags.ts';

const child = (line: string, goflags: readonly string[] = [], pgo = 'off') =>
  childFlags(readFlags(splitQuoted(line), goflags), pgo).filter((flag) => flag !== '-pgo=off');

describe('reading a go command line', () => {
  test.each([
    ['build ./...', { command: 'build', packages: ['./...'] }],
    ['build -o app -v .', { command: 'build', packages: ['.'] }],
    ['build -race -tags=a,b ./x ./y', { command: 'build', packages: ['./x', './y'] }],
    ['-C dir build .', { command: 'build', packages: ['.'], chdir: 'dir' }],
    ['build -C dir .', { command: 'build', packages: ['.'], chdir: 'dir' }],
    ['run main.go -tags not-a-flag', { command: 'run', packages: ['main.go'] }],
    ['test -run X ./p -count=1 -args -race', { command: 'test', packages: ['./p'] }],
    ['test -run X -test.v ./p', { command: 'test', packages: ['./p'] }],
    ['', { command: '', packages: [] }],
  ])('%s', (line, wanted) => expect(readFlags(splitQuoted(line), [])).toMatchObject(wanted));

  test('GOFLAGS come first, the command line wins, -toolexec is dropped', () => {
    const { values } = readFlags(['build', '-tags=b'], ['-tags=a', '-toolexec=x', '-race']);
    expect([...values]).toEqual([
      ['tags', 'b'],
      ['race', 'true'],
    ]);
  });
});

describe('-toolexec of a command line', () => {
  test.each([
    ['build -toolexec x -o app .', 'build -o app .', 'x'],
    ['build -toolexec=x --toolexec="y -z" .', 'build .', 'y -z'],
    ['build -toolexec= .', 'build .', ''],
    ['-C dir test -run toolexec -toolexec x ./...', '-C dir test -run toolexec ./...', 'x'],
    ['run -race . -toolexec x', 'run -race . -toolexec x', undefined],
    ['test . -args -toolexec x', 'test . -args -toolexec x', undefined],
    ['build -tags -toolexec x', 'build -tags -toolexec x', undefined],
    ['list -- -toolexec', 'list -- -toolexec', undefined],
    ['build -toolexec', 'build -toolexec', undefined],
    ['', '', undefined],
  ])('%s', (line, others, toolexec) => {
    // As a shell reads it: quotes may stand inside a word.
    const words = line.replace(/"(.*)"/, (_, text: string) => text.replaceAll(' ', '\u00a0')).split(/ /);
    const argv = words.filter((word) => word !== '').map((word) => word.replaceAll('\u00a0', ' '));
    expect(takeToolexec(argv)).toEqual({ others: splitQuoted(others), toolexec });
  });
});

test('quotes that go refuses are left to go', () => {
  const argv = ['build', '-toolexec="x', '.'];
  expect(takeToolexec(argv)).toEqual({ others: argv, toolexec: undefined });
});

describe('flags for injected packages', () => {
  test.each([
    ['build -race -o app -a -n -x -v -p 4 -ldflags=-s .', ['-race']],
    ['build -race=false .', []],
    ['build -trimpath -tags a,b -mod=mod -buildmode pie', ['-buildmode=pie', '-mod=mod', '-tags=a,b', '-trimpath']],
    ['build -gcflags=all=-N .', ['-gcflags=all=-N']],
    ['build -gcflags=-N ./a ./b', ['-gcflags=./a=-N', '-gcflags=./b=-N']],
    ['build -gcflags=-N', ['-gcflags=.=-N']],
    ['build -gcflags=-N main.go', []],
    ['build "-gcflags=example.com/...=-N -l" .', ['-gcflags=example.com/...=-N -l']],
    ['build -cover .', ['-cover']],
    ['test -cover ./...', []],
    ['test -coverpkg=./... -covermode=atomic ./...', ['-cover', '-covermode=atomic', '-coverpkg=./...']],
  ])('%s', (line, wanted) => expect(child(line)).toEqual(wanted));

  test('the profile of the host', () =>
    expect(child('build .', [], '/x/default.pgo')).toEqual(['-pgo=/x/default.pgo']));
});

test('quoting is undone by splitting', () => {
  for (const word of ['plain', 'with space', `it's`, 'say "hi"', ''])
    expect(splitQuoted(quoteWord(word) as string)).toEqual([word]);
  expect(quoteWord(`both ' and "`)).toBeUndefined();
});
