import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { Identities } from '../../../../src/driver/injected/identities.ts';
import { noOverlay, type Overlay, readOverlay } from '../../../../src/go/overlay.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-identities-'));
  mkdirSync(join(dir, 'hooks'));
  write('hooks/a.go', 'package hooks // a');
  write('hooks/b.go', 'package hooks // b');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string) => writeFileSync(join(dir, name), text);
const path = 'example.com/hooks';

/** With the files as they are now. */
function identities(overlay: Overlay = noOverlay, origin = ''): Identities {
  const text = (name: string) => `package hooks // ${name}`;
  const files = origin === '' ? { 'a.go': sha256(text('a')), 'b.go': sha256(text('b')) } : {};
  const hooks = {
    path,
    name: 'hooks',
    imports: [],
    origin,
    dir: join(dir, 'hooks'),
    files,
    embeds: false,
    isCxx: false,
  };
  const aspects = { liveText: () => '', injected: () => [] };
  return new Identities({ packages: [hooks], missing: {} }, aspects, {
    context: '',
    recordsPlaces: false,
    overlay,
    roots: [path],
  });
}

const texts = (known: Identities) => known.goFilesOf(path)?.map(({ name, bytes }) => `${name}: ${bytes}`);
const stale = expect.objectContaining({ code: 'build_plan_stale' });

test('files that are read are those that the identity stands for', () => {
  expect(texts(identities())).toEqual([`${path}/a.go: package hooks // a`, `${path}/b.go: package hooks // b`]);
  expect(identities().changedFile()).toBeUndefined();
});

test.each([
  ['is saved', () => write('hooks/a.go', 'package hooks // A')],
  ['is removed', () => rmSync(join(dir, 'hooks/b.go'))],
  ['appears', () => write('hooks/c.go', 'package hooks // c')],
])('one that %s after the build began is an error, not another answer', (_, change) => {
  const known = identities();
  change();
  expect(() => known.goFilesOf(path)).toThrowError(stale);
  expect(known.changedFile()).toBe(join(dir, 'hooks'));
});

test('files of a version never change, and are not compared', () => {
  write('hooks/a.go', 'package hooks // A');
  expect(texts(identities(noOverlay, 'example.com/hooks@v1.0.0'))).toContain(`${path}/a.go: package hooks // A`);
});

test('an overlay is read in their place, and is part of what they are', () => {
  write('other.txt', 'package hooks // other');
  write(
    'ov.json',
    JSON.stringify({ Replace: { 'hooks/a.go': 'other.txt', 'hooks/b.go': '', 'hooks/c.go': 'other.txt' } }),
  );
  const known = identities(readOverlay('ov.json', dir));
  expect(texts(known)).toEqual([`${path}/a.go: package hooks // other`, `${path}/c.go: package hooks // other`]);
  const before = known.sourceOf(path);
  write('other.txt', 'package hooks // another');
  expect(
    new Set([before, identities().sourceOf(path), identities(readOverlay('ov.json', dir)).sourceOf(path)]).size,
  ).toBe(3);
});
