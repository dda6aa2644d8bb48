import { expect, test } from 'vitest';
import { checkGoCommand } from '../../../../src/driver/front/check-go-command.ts';

function check(...argv: string[]): string[] {
  const said: string[] = [];
  checkGoCommand(['go', ...argv], { shim: '/cache/shim' }, { warn: (text) => said.push(text) });
  return said;
}

test('-toolexec in place of ours is an error, ours is not', () => {
  expect(() => check('build', '-toolexec=time -p', '.')).toThrow(
    expect.objectContaining({ code: 'build_toolexec_replaced' }),
  );
  expect(() => check('test', '-toolexec', 'x')).toThrow(/-toolexec=x takes the place/);
  expect(check('build', '-toolexec=/cache/shim', '.')).toEqual([]);
  expect(check('run', '.', '-toolexec', 'x')).toEqual([]);
});

test('go tool -n names a path that goes', () => {
  expect(check('tool', '-n', 'stringer')).toEqual([
    expect.stringMatching(/go tool -n .*`GOCACHEPROG= go tool -n stringer`/),
  ]);
  expect(check('tool', 'stringer', '-n')).toEqual([]);
  expect(check('build', '-n')).toEqual([]);
});

test('a system that does not tell', () => {
  expect(() => checkGoCommand([], { shim: '' }, { warn: () => {} })).not.toThrow();
});
