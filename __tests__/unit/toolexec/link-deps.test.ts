import { expect, test } from 'vitest';
import { mergeLinkDeps, parseLinkDeps, printLinkDeps } from '../../../src/toolexec/link-deps.ts';

test('version 1 lists imports', () => {
  expect(parseLinkDeps('#link.deps@v1\nnet/http\n\n# note\nexample.com/a', 'x.a')).toEqual([
    { path: 'example.com/a', kind: 'import' },
    { path: 'net/http', kind: 'import' },
  ]);
});

test('version 2 is read and written, sorted by path, the stronger kind once', () => {
  const deps = parseLinkDeps(
    '#link.deps@v2\nrelocation\tb\nimport\tc\nimport\tb\nrelocation\tc\nrelocation\ta\n',
    'x.a',
  );
  expect(deps).toEqual([
    { path: 'a', kind: 'relocation' },
    { path: 'b', kind: 'import' },
    { path: 'c', kind: 'import' },
  ]);
  expect(printLinkDeps(deps.toReversed())).toBe('#link.deps@v2\nrelocation\ta\nimport\tb\nimport\tc\n');
  expect(parseLinkDeps(printLinkDeps(deps), 'x.a')).toEqual(deps);
  expect(mergeLinkDeps([])).toEqual([]);
});

test.each(['#link.deps@v3\nimport\ta\n', '', '#link.deps@v2\nweak\ta\n', '#link.deps@v2\nimport\n'])(
  '%j is refused',
  (text) => {
    expect(() => parseLinkDeps(text, '/cache/x-d')).toThrow(
      expect.objectContaining({ code: 'link_deps_unreadable', message: expect.stringContaining('/cache/x-d') }),
    );
  },
);
