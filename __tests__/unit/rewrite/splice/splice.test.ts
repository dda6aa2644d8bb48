import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sourceFile } from '../../../../src/lang/syntax/source.ts';
import type { Edit, EditPiece } from '../../../../src/rewrite/splice/edit.ts';
import { splice } from '../../../../src/rewrite/splice/splice.ts';
import { plainGoEnv } from '../../../support/go-command.ts';
import { buildGoProgram, goRoot } from '../../../support/go-program.ts';
import { oddFiles, spliceCampaign } from '../../../support/splice-campaign.ts';
import { tempDir, tempModule } from '../../../support/temp-module.ts';

const woven = (text: string | Buffer, edits: readonly Edit[], name = 'x.go') =>
  splice(sourceFile(name, Buffer.from(text)), edits).toString();
const ins = (text: string, line?: number, column = 1): EditPiece =>
  line === undefined ? { kind: 'inserted', text } : { kind: 'inserted', text, origin: { file: 'a.yml', line, column } };
const orig = (start: number, end: number): EditPiece => ({ kind: 'original', start, end });
const insert = (at: number, ...pieces: EditPiece[]): Edit => ({ start: at, end: at, pieces });
/** An edit of the only place where `part` stands in `text`. */
function on(text: string, part: string, pieces: (start: number, end: number) => EditPiece[]): Edit {
  const start = text.indexOf(part);
  expect(text.indexOf(part, start + 1)).toBe(-1);
  return { start, end: start + part.length, pieces: pieces(start, start + part.length) };
}

describe('without edits', () => {
  test('the same buffer comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const source = sourceFile('x.go', Buffer.from(bytes));
        expect(splice(source, [])).toBe(source.bytes);
      }),
    );
  });
});

describe('an edit', () => {
  const text = 'package p\n\nfunc f() int {\n\treturn a/b\n}\n';

  test('is printed at its origin, and what follows at its own position', () => {
    const edit = on(text, 'b\n', (start) => [ins('wrap(', 3, 4), orig(start, start + 1), ins(')', 3, 12), ins('\n')]);
    expect(woven(text, [edit])).toBe(
      '//line x.go:1:1\npackage p\n\nfunc f() int {\n\treturn a/ /*line a.yml:3:4*/wrap(/*line x.go:4:11*/b/*line a.yml:3:12*/)\n/*line x.go:5:1*/}\n',
    );
  });

  test('needs no directive where a newline follows and the line is right', () => {
    expect(woven(text, [insert(9, ins('; import "x"'))])).toBe(
      `//line x.go:1:1\n${text.replace('p\n', 'p; import "x"\n')}`,
    );
  });

  test('never has a directive within a token of inserted text, wherever its pieces are cut', () => {
    const pieces = [
      ins('f("', 3, 1),
      ins('x', 3, 9),
      ins('" /* ', 3, 20),
      ins('y', 4, 1),
      ins('*/, z', 4, 5),
      ins('z)', 4, 30),
    ];
    const edit = on(text, 'b\n', () => [...pieces, ins('\n')]);
    expect(woven(text, [edit])).toContain(
      'a/ /*line a.yml:3:1*/f("x"/*line a.yml:3:21*/ /* y*/ /*line a.yml:4:7*/, zz/*line a.yml:4:31*/)\n',
    );
  });

  test('leaves pragmas on lines of their own', () => {
    const source = 'package p\n\n//go:noinline\nfunc f() {}\n\n\t//go:nosplit\nfunc g() {}\n';
    const edits = [
      insert(11, ins('var v = 1', 7)),
      insert(source.length, ins('//go:noinline\n', 9, 3), ins('func h() {}\n', 10, 3)),
    ];
    expect(woven(source, [...edits, insert(source.indexOf('\t//go'), ins('var w = 1', 8))])).toBe(
      '//line x.go:1:1\npackage p\n\n/*line a.yml:7:1*/var v = 1\n//line x.go:3:1\n//go:noinline\nfunc f() {}\n\n' +
        '/*line a.yml:8:1*/var w = 1\n//line x.go:6:1\n\t//go:nosplit\nfunc g() {}\n//line a.yml:9:3\n//go:noinline\n/*line a.yml:10:3*/func h() {}\n',
    );
  });

  test('that ends in a line comment does not swallow what follows', () => {
    const edit = on(text, 'b\n', (start) => [
      ins('(', 3),
      orig(start, start + 1),
      ins('+ // why', 3, 6),
      ins('c)', 4),
      ins('\n'),
    ]);
    const open = on(text, 'a/', () => [ins('x // why', 3)]);
    expect(woven(text, [edit])).toContain('/*line a.yml:3:6*/+ // whyc)');
    expect(woven(text, [open])).toContain('/*line a.yml:3:1*/x // why\n/*line x.go:4:11*/b\n');
  });

  test('keeps a byte order mark and carriage returns', () => {
    const source = '\ufeffpackage p\r\n\r\nvar a = b\r\n';
    const bytes = Buffer.from(source);
    const at = bytes.indexOf('b\r');
    const out = splice(sourceFile('x.go', bytes), [{ start: at, end: at + 1, pieces: [ins('c', 2)] }]);
    expect(out.toString()).toBe(
      '\ufeff\n//line x.go:1:4\npackage p\r\n\r\nvar a = /*line a.yml:2:1*/c/*line x.go:3:10*/\r\n',
    );
  });

  test('honours the line directives of the file', () => {
    const source = '//line y.y:10\npackage p\n\nvar a = b /*line :7:8*/+ c\n//line z.y:3:2\nvar d = e\n';
    const edits = ['b', 'c\n', 'e\n'].map((part) => {
      const start = source.indexOf(` ${part}`) + 1;
      return { start, end: start + 1, pieces: [ins('(', 1), orig(start, start + 1), ins(')')] };
    });
    expect(woven(source, edits)).toBe(
      '//line x.go:1:1\n//line y.y:10\npackage p\n\nvar a = /*line a.yml:1:1*/(/*line y.y:12*/b) /*line :7:8*/+ ' +
        '/*line a.yml:1:1*/(/*line y.y:7:10*/c)\n//line z.y:3:2\nvar d = /*line a.yml:1:1*/(/*line z.y:3:10*/e)\n',
    );
  });

  test('of a file whose name a directive cannot hold is refused', () => {
    const edit = insert(9, ins('; import "x"', 1));
    expect(woven('package p; var a int\n', [edit], 'C:\\a b:1.go')).toContain('/*line C:\\a b:1.go:1:10*/;');
    expect(() => woven('package p; var a int\n', [edit], 'a*/b.go')).toThrow(
      expect.objectContaining({ code: 'splice_file_name' }),
    );
    expect(() => woven('package p\n', [edit], 'a\nb.go')).toThrow(/cannot be written/);
  });
});

describe('edits that meet', () => {
  const text = 'package p; var x = abcdef\n';
  const from = text.indexOf('a', 15);
  const wrap = (start: number, end: number, mark: string): Edit => ({
    start: from + start,
    end: from + end,
    pieces: [ins(`${mark}(`), orig(from + start, from + end), ins(')')],
  });
  /** Without directives. */
  const plain = (edits: readonly Edit[]) =>
    woven(text, edits)
      .replaceAll(/\/\*line .*?\*\/|^\/\/line .*\n/g, '')
      .slice(19, -1);

  test('nest, whatever their order', () => {
    expect(plain([wrap(0, 6, 'o'), wrap(2, 4, 'i')])).toBe('o(abi(cd)ef)');
    expect(plain([wrap(2, 4, 'i'), wrap(0, 6, 'o')])).toBe('o(abi(cd)ef)');
  });

  test('of the same range: the later one is outside', () => {
    expect(plain([wrap(0, 6, 'first'), wrap(0, 6, 'second')])).toBe('second(first(abcdef))');
  });

  test('insertions at one offset keep their order and stay outside of what begins or ends there', () => {
    const edits = [wrap(2, 4, 'w'), insert(from + 2, ins('1')), insert(from + 2, ins('2')), insert(from + 4, ins('3'))];
    expect(plain(edits)).toBe('ab12w(cd)3ef');
  });

  test('an insertion between two pieces is printed once; what no piece prints is dropped', () => {
    const outer: Edit = {
      start: from,
      end: from + 6,
      pieces: [orig(from, from + 3), ins('-'), orig(from + 3, from + 5)],
    };
    const edits = [outer, insert(from + 3, ins('1')), insert(from + 5, ins('2')), wrap(5, 6, 'gone')];
    expect(plain(edits)).toBe('abc-1de2');
  });

  test('a piece printed twice takes its edits along', () => {
    const twice: Edit = { start: from, end: from + 6, pieces: [orig(from, from + 3), ins('+'), orig(from, from + 3)] };
    expect(plain([twice, wrap(1, 2, 'w')])).toBe('aw(b)c+aw(b)c');
  });

  test('in part are a bug', () => {
    expect(() => plain([wrap(0, 3, 'a'), wrap(2, 5, 'b')])).toThrow(
      expect.objectContaining({ code: 'splice_overlap' }),
    );
    const halves: Edit = { start: from, end: from + 6, pieces: [orig(from, from + 3), orig(from + 3, from + 6)] };
    expect(() => plain([halves, wrap(2, 4, 'w')])).toThrow(/overlap in part/);
    expect(() => plain([insert(99, ins('x'))])).toThrow(expect.objectContaining({ code: 'splice_outside' }));
    expect(() => plain([{ start: from, end: from + 2, pieces: [orig(0, 3)] }])).toThrow(/not within/);
  });
});

describe('every token keeps its text and position', () => {
  test('in files of the standard library, under random edits', () => {
    const dir = tempDir();
    const root = join(goRoot(dir), 'src');
    const cases = ['errors', 'net/url', 'sort', 'html', 'go/scanner', 'context'].flatMap((path) =>
      readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.endsWith('.go'))
        .map((entry, seed) => ({
          name: `/src/${path}/${entry.name}`,
          bytes: readFileSync(join(root, path, entry.name)),
          seed,
        })),
    );
    expect(spliceCampaign(buildGoProgram('go-tokens', dir), dir, cases, 40)).toEqual([]);
    expect(cases.length).toBeGreaterThan(40);
  });

  test('in generated files with directives, carriage returns, byte order marks and odd names', () => {
    const dir = tempDir();
    const cases = oddFiles(400, 5);
    expect(spliceCampaign(buildGoProgram('go-tokens', dir), dir, cases, 5)).toEqual([]);
  });
});

test('the compiler reports the same errors at the same places', () => {
  const lines = Array.from({ length: 40 }, (_, i) => {
    const [n, c] = [`missing${i}`, `call(missing${i}a, /* c */ missing${i}b)`];
    return `\nfunc f${i}(a int) int {\n\ta = ${n} + a/a\n\t${c}; call()\n\tif a == ${n}c {\n\t\treturn /* r */ ${n}d\n\t}\n\treturn "x" // t\n}\n`;
  });
  const text = `package p\n\nfunc call(...any) {}\n${lines.join('')}`;
  const dir = tempModule({ 'x.go': text });
  const edits: Edit[] = [];
  for (const { index, 0: word } of text.matchAll(/missing\w+|a\/a|return|call\(\)/g)) {
    const end = index + word.length;
    if (word === 'return') edits.push(insert(index, ins('call(1);', 3), ins('\n\tcall(2)\n', 4)));
    else if (word === 'a/a')
      edits.push({ start: end - 1, end, pieces: [ins('(', 2), orig(end - 1, end), ins(')', 2, 9)] });
    else edits.push({ start: index, end, pieces: [ins('(\n', 5), orig(index, end), ins(')', 5, 9)] });
  }
  writeFileSync(join(dir, 'woven.go'), splice(sourceFile(join(dir, 'x.go'), Buffer.from(text)), edits));
  const errors = (file: string) => {
    const args = ['tool', 'compile', '-e', '-p', 'p', '-o', join(dir, 'out.a'), join(dir, file)];
    const { stdout, stderr } = spawnSync('go', args, { cwd: dir, env: plainGoEnv(), encoding: 'utf8' });
    return `${stdout}${stderr}`.replaceAll(dir, '').trim().split('\n');
  };
  const wanted = errors('x.go');
  expect(wanted.length).toBe(40 * 6);
  expect(wanted[0]).toMatch(/^\/x\.go:6:6: undefined: missing0$/);
  expect(errors('woven.go')).toEqual(wanted);
});
