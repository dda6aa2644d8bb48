import { expect, test } from 'vitest';
import { modWord, parseModFile, withoutDirectives } from '../../../../src/lang/modules/mod-file.ts';

const text = `// a comment, require none v1.0.0
module "example.com/m" // the module

go 1.24.0
toolchain go1.26.8
godebug panicnil=1

require example.com/a v1.0.0 // indirect; gots: prefer v1.2.0
require (
	example.com/b/v2 v2.1.0 // indirect
	\`example.com/c\` v0.0.0-20260101000000-abcdefabcdef
)

exclude example.com/a v1.1.0
replace example.com/a => ../a
replace (
	example.com/b/v2 v2.1.0 => example.com/fork v2.2.0
	example.com/c => "/a folder/c" // why
)
tool example.com/m/gen
`;

test('directives alone and in blocks, words in quotes, comments', () => {
  expect(parseModFile(text)).toEqual({
    module: 'example.com/m',
    go: '1.24.0',
    toolchain: 'go1.26.8',
    requires: [
      { path: 'example.com/a', version: 'v1.0.0', comment: 'indirect; gots: prefer v1.2.0' },
      { path: 'example.com/b/v2', version: 'v2.1.0', comment: 'indirect' },
      { path: 'example.com/c', version: 'v0.0.0-20260101000000-abcdefabcdef', comment: '' },
    ],
    excludes: [{ path: 'example.com/a', version: 'v1.1.0', comment: '' }],
    replaces: [
      { path: 'example.com/a', version: '', target: '../a', targetVersion: '' },
      { path: 'example.com/b/v2', version: 'v2.1.0', target: 'example.com/fork', targetVersion: 'v2.2.0' },
      { path: 'example.com/c', version: '', target: '/a folder/c', targetVersion: '' },
    ],
    uses: [],
  });
  expect(parseModFile('go 1.24\n\nuse ./a\nuse (\n\t./b // b\n\t"./c d"\n)\n').uses).toEqual(['./a', './b', './c d']);
});

test('a text without some directives keeps all others as they are', () => {
  const left = withoutDirectives(text, ['require', 'replace']);
  expect(left).not.toMatch(/^(require|replace)|example\.com\/b/m);
  expect(left).toContain('exclude example.com/a v1.1.0\n');
  expect(left).toContain('tool example.com/m/gen\n');
  expect(left.startsWith('// a comment, require none v1.0.0\nmodule "example.com/m" // the module\n')).toBe(true);
});

test.each(['/plain/path', '/with space/x', '/o(x)', "/it's", '/a//b'])('%s is one word', (path) => {
  expect(parseModFile(`replace example.com/a => ${modWord(path)}\n`).replaces[0]?.target).toBe(path);
});
