import { expect, test } from 'vitest';
import { messagesOfPlainGo } from '../../../../src/driver/steps/woven-compile.ts';
import { parseCompile } from '../../../../src/toolexec/argv.ts';

const args = ['-o', '/b/_pkg_.a', '-p', 'p', '-asmhdr', '/b/go_asm.h', '-importcfg', '/b/importcfg', './a.go'];

function afterwards(hides: boolean) {
  return messagesOfPlainGo({
    tool: '/t/compile',
    command: parseCompile(args),
    folder: '/b/gots',
    originals: new Map([['/b/gots/src/ä+.go', './ä+.go']]),
    mayHideErrors: () => Promise.resolve(hides),
  });
}

const ended = (exitCode: number, output = '') => ({ kind: 'ended' as const, exitCode, output: Buffer.from(output) });
const done = (stdout: string, exitCode = 0) => ({ kind: 'done', exitCode, stdout: Buffer.from(stdout), stderr: '' });

/** The package as it is, with outputs that nobody reads. */
const plain = {
  kind: 'run',
  argv: [
    '/t/compile',
    ...['-o', '/b/gots/plain.a', '-p', 'p', '-asmhdr', '/b/gots/plain.h', '-importcfg', '/b/importcfg', './a.go'],
  ],
  env: [],
  appends: [],
};

test('what compiles and hides nothing has ended', async () => {
  expect(await afterwards(false).ended(ended(0))).toEqual(done(''));
});

test('where the package as it is does not compile either, its messages are shown', async () => {
  for (const first of [ended(2, 'woven words'), ended(0)]) {
    const { ended: next } = afterwards(first.exitCode === 0);
    expect(await next(first)).toEqual(plain);
    expect(await next(ended(2, 'plain words'))).toEqual(done('plain words'));
  }
});

test('where it does, the error is of weaving: its messages are shown without the names of woven files', async () => {
  const { ended: next } = afterwards(false);
  const place = '/b/gots/src/ä+.go:4:8';
  expect(await next(ended(2, `./ä+.go:3:8[${place}]: x\n${place}: y\n[/b/gots/src/a.go:1]\n`))).toEqual(plain);
  const shown = './ä+.go:3:8: x\n./ä+.go:4:8: y\n[/b/gots/src/a.go:1]\n';
  expect(await next(ended(0))).toEqual(done(shown, 2));
});

test('an error that weaving might have hidden, and has not', async () => {
  const { ended: next } = afterwards(true);
  expect(await next(ended(0))).toEqual(plain);
  expect(await next(ended(0))).toEqual(done(''));
});

test('a compiler that a signal ended is not asked again', async () => {
  expect(await afterwards(false).ended(ended(137, 'out'))).toEqual(done('out'));
});
