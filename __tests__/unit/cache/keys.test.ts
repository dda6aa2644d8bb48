import { expect, test } from 'vitest';
import { sha256 } from '../../../src/base/hash.ts';
import { actionPrefix, subkey, type WeaveRecord, weaveId } from '../../../src/cache/keys.ts';

test('subkey is cmd/go’s cache.Subkey', () => {
  // cmd/go/internal/cache/hash.go: SHA-256 over "subkey:", the parent's bytes and the description.
  const parent = '07'.repeat(32);
  const wanted = sha256(Buffer.concat([Buffer.from('subkey:'), Buffer.alloc(32, 7), Buffer.from('stdout')]));
  expect(subkey(parent, 'stdout')).toBe(wanted);
});

test('the prefix is what -buildid shows of an action', () => {
  expect(actionPrefix('ff'.repeat(32))).toBe('____________________');
  expect(actionPrefix('00'.repeat(32))).toHaveLength(20);
});

test('W moves with the text, with what is injected now, and with link dependencies', () => {
  const record: WeaveRecord = { textHash: 't', imports: ['a'], links: ['l'], pending: [] };
  const same = (path: string) => `id of ${path}`;
  const base = weaveId('code', record, [], same);
  const others = [
    weaveId('code', { ...record, textHash: 'u' }, [], same),
    weaveId('code', { ...record, imports: ['b'] }, [], same),
    weaveId('code', { ...record, links: ['m'] }, [], same),
    weaveId('code', { ...record, pending: ['p'] }, [], same),
    weaveId('code', record, [{ kind: 'relocation', path: 'x' }], same),
    weaveId('code', record, [{ kind: 'import', path: 'x' }], same),
    weaveId('code', record, [], (path) => `new id of ${path}`),
    weaveId('other code', record, [], same),
  ];
  expect(new Set([base, ...others]).size).toBe(others.length + 1);
});
