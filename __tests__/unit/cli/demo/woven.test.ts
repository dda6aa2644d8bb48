import { expect, test } from 'vitest';
import { renderTimes } from '../../../../src/cli/commands/demo/demo-build.ts';
import { renderWoven, type WovenPlace } from '../../../../src/cli/commands/demo/woven.ts';

const place = (aspect: string, aspectLine: number, file: string, line: number): WovenPlace => ({
  aspect,
  aspectSpan: { file: 'aspects/net/http/gots.yml', line: aspectLine, column: 5 },
  importPath: 'net/http',
  what: 'function-body',
  at: { file, line, column: 1 },
});

test('places are listed under their aspect, each once, in order', () => {
  const places = [
    place('net/http.client', 90, '/go/roundtrip.go', 29),
    place('net/http.server', 8, '/go/server.go', 3302),
    place('net/http.server', 8, '/go/server.go', 12),
    place('net/http.server', 8, '/go/server.go', 3302),
  ];
  expect(renderWoven(places, (file) => file.replace('/go/', ''))).toBe(
    [
      'net/http.server  (aspects/net/http/gots.yml:8)',
      '    server.go:12:1  net/http  function-body',
      '    server.go:3302:1  net/http  function-body',
      'net/http.client  (aspects/net/http/gots.yml:90)',
      '    roundtrip.go:29:1  net/http  function-body',
      '',
    ].join('\n'),
  );
});

test('times are seconds in columns', () => {
  const text = renderTimes(
    { label: 'go build', firstMs: 1234, againMs: 160 },
    { label: 'gots go build', firstMs: 20_000, againMs: 345 },
  );
  expect(text.split('\n').slice(0, 3)).toEqual([
    '                  first     again',
    'go build         1.23 s    0.16 s',
    'gots go build   20.00 s    0.34 s',
  ]);
});
