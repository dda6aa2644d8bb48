import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk } from '../../../src/base/file-view.ts';
import { noOverlay, readOverlay } from '../../../src/go/overlay.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-overlay-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

const overlay = () => readOverlay('over/ov.json', dir);
const view = () => overlay().over(disk);
const textOf = (name: string) => view().read(join(dir, name))?.toString();

describe('files under an overlay', () => {
  beforeEach(() => {
    write({
      'm/kept.go': 'kept',
      'm/replaced.go': 'on disk',
      'm/deleted.go': 'deleted',
      'over/r.txt': 'replaced',
      'over/a.txt': 'added',
      'over/ov.json': JSON.stringify({
        Replace: {
          'm/replaced.go': 'over/r.txt',
          [`${dir}/m/added.go`]: 'over/a.txt',
          'm/new/folder/x.go': `${dir}/over/a.txt`,
          'm/./deleted.go': '',
        },
      }),
    });
  });

  test.each([
    ['m/kept.go', 'kept'],
    ['m/replaced.go', 'replaced'],
    ['m/added.go', 'added'],
    ['m/new/folder/x.go', 'added'],
    ['m/deleted.go', undefined],
    ['m/none.go', undefined],
  ])('%s holds %s', (name, text) => {
    expect(textOf(name)).toBe(text);
  });

  test('folders list what is there then, and are there if a file is in them', () => {
    expect(view().list(join(dir, 'm'))).toEqual(['added.go', 'kept.go', 'new', 'replaced.go']);
    expect(view().list(join(dir, 'm/new'))).toEqual(['folder']);
    expect(view().isDirectory(join(dir, 'm/new/folder'))).toBe(true);
    expect(view().isDirectory(join(dir, 'm/replaced.go'))).toBe(false);
    expect(view().list(join(dir, 'none'))).toEqual([]);
  });

  test('where the content lies', () => {
    const { actual, names, file } = overlay();
    expect(file).toBe(join(dir, 'over/ov.json'));
    expect(actual(join(dir, 'm/replaced.go'))).toBe(join(dir, 'over/r.txt'));
    expect(actual(join(dir, 'm/kept.go'))).toBe(join(dir, 'm/kept.go'));
    expect(actual(join(dir, 'm/deleted.go'))).toBeUndefined();
    expect(['kept.go', 'deleted.go', 'added.go'].map((name) => names(join(dir, 'm', name)))).toEqual([
      false,
      true,
      true,
    ]);
  });

  test('the hash moves with the overlay and with each file that it names', () => {
    const first = overlay().hash;
    expect(overlay().hash).toBe(first);
    write({ 'over/a.txt': 'other' });
    const second = overlay().hash;
    write({ 'over/ov.json': JSON.stringify({ Replace: { 'm/replaced.go': 'over/r.txt' } }) });
    expect(new Set([first, second, overlay().hash]).size).toBe(3);
  });
});

test('without an overlay, and with one that cannot be read, the disk is as it is', () => {
  write({ 'x.go': 'x', 'over/ov.json': '{' });
  for (const each of [noOverlay, readOverlay('', dir), readOverlay('none.json', dir), overlay()]) {
    expect(each.over(disk).read(join(dir, 'x.go'))?.toString()).toBe('x');
    expect(each.hash).toBe('');
  }
});
