import { expect, test } from 'vitest';
import { positionsOf } from '../../../../src/lang/syntax/positions.ts';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import { buildGoProgram } from '../../../support/go-program.ts';
import { oddFiles, scanTokens } from '../../../support/splice-campaign.ts';
import { tempDir } from '../../../support/temp-module.ts';

test('positions are go/scanner’s', () => {
  const dir = tempDir();
  const cases = oddFiles(300, 9);
  const scanned = scanTokens(buildGoProgram('go-tokens', dir), dir, cases, (one) => one.bytes);
  let tokens = 0;
  scanned.forEach((file, index) => {
    const { name, bytes } = cases[index] as (typeof cases)[number];
    const positions = positionsOf(sourceFile(name, bytes));
    const mine = file.tokens.map(({ offset }) => {
      const { file, line, column } = positions.at(offset);
      return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
    });
    expect(mine).toEqual(file.tokens.map((token) => token.at));
    tokens += mine.length;
  });
  expect(tokens).toBeGreaterThan(3000);
});

test.each([
  ['//line y.y:3', 'y.y', 3, undefined],
  ['//line C:\\y.y:3:4', 'C:\\y.y', 3, 4],
  ['//line :3:4', 'x.go', 3, 4],
  ['//line :3', '', 3, undefined],
  ['//line y.y:3:4:5', 'y.y:3', 4, 5],
  ['//line y.y:0', 'x.go', 2, 1],
  ['//line y.y:3:0', 'x.go', 2, 1],
  ['//line y.y:1073741825', 'x.go', 2, 1],
  ['//line y.y', 'x.go', 2, 1],
  ['//line y.y:x', 'x.go', 2, 1],
  [' //line y.y:3', 'x.go', 2, 1],
  ['//Line y.y:3', 'x.go', 2, 1],
  ['/*line y.y:3:4*/', 'y.y', 4, 1],
  ['/*line y.y:3:4', 'x.go', 2, 1],
])('after %s a line is at %s:%s:%s', (directive, file, line, column) => {
  const text = `${directive}\npackage p\n`;
  const offset = text.indexOf('package');
  const place = positionsOf(sourceFile('x.go', Buffer.from(text))).at(offset);
  expect(place).toEqual({ file, line, column });
});
