import { expect, test } from 'vitest';
import { messagesOfPlainGo, type Step, unlessRefuted } from '../../../../src/driver/steps/woven-compile.ts';
import { GotsError } from '../../../../src/report/diagnostic.ts';
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

const run = (name: string): Step => ({
  reply: { kind: 'run', argv: [name], env: [], appends: [] },
  afterwards: { ended: ({ output }) => ({ kind: 'done', exitCode: 1, stdout: output, stderr: name }) },
});
const shownBy = (name: string, stdout: string) => ({
  kind: 'done',
  exitCode: 1,
  stdout: Buffer.from(stdout),
  stderr: name,
});
const refuted = ended(2, './a.go:3:4: multiple-value g() (value of type (int, error)) in argument to f');

test('a guess that the compiler refutes is replaced by what types say, once', async () => {
  let exact = 0;
  const { reply, afterwards: guessed } = unlessRefuted(run('guessed'), () =>
    Promise.resolve({ ...run('exact'), n: exact++ }),
  );
  expect(reply).toEqual(run('guessed').reply);
  expect(await guessed?.ended(refuted)).toEqual(run('exact').reply);
  expect(await guessed?.ended(refuted)).toEqual(shownBy('exact', refuted.output.toString()));
  expect(exact).toBe(1);
});

test.each([
  ['compiles', ended(0)],
  ['has another error', ended(2, './a.go:3:4: undefined: g')],
])('a guess that %s stays', async (_, first) => {
  const { afterwards: guessed } = unlessRefuted(run('guessed'), () => Promise.reject(new Error('types are asked for')));
  expect(await guessed?.ended(first)).toEqual(shownBy('guessed', first.output.toString()));
  // What follows is the package as it is: its mistake is its own.
  expect(await guessed?.ended(refuted)).toEqual(shownBy('guessed', refuted.output.toString()));
});

test('where types cannot be told, the mistake is the compiler’s to explain', async () => {
  const unknown = new GotsError({ code: 'weave_type_unknown', message: 'm', span: undefined, hint: undefined });
  const { afterwards: guessed } = unlessRefuted(run('guessed'), () => Promise.reject(unknown));
  expect(await guessed?.ended(refuted)).toEqual(shownBy('guessed', refuted.output.toString()));
  const { afterwards: other } = unlessRefuted(run('guessed'), () => Promise.reject(new Error('other')));
  await expect(other?.ended(refuted)).rejects.toThrow('other');
});

test('a reply that runs nothing is no guess', () => {
  const restored: Step = { reply: { kind: 'done', exitCode: 0, stdout: '', stderr: '' } };
  expect(unlessRefuted(restored, () => Promise.reject(new Error('asked')))).toBe(restored);
});
