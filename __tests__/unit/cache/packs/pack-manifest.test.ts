import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { type BuildKind, candidates, manifestNames } from '../../../../src/cache/packs/manifest-names.ts';
import { manifestText, type PackManifest, packId, parseManifest } from '../../../../src/cache/packs/pack-manifest.ts';
import { openManifest, sealManifest } from '../../../../src/cache/remote/manifest-store.ts';
import { signerOf } from '../../../../src/cache/remote/signer.ts';

const kind: BuildKind = {
  module: 'example.com/m',
  target: 'linux amd64 1',
  toolchain: 'go1.26.8',
  code: 'c',
  command: 'build .',
  branch: 'topic',
  defaultBranches: ['main'],
};
const { module, target, toolchain, command, branch } = kind;
const manifest: PackManifest = {
  names: manifestNames(kind),
  origin: { module, target, toolchain, command, branch },
  createdMs: 1_700_000_000_000,
  packs: [{ digest: sha256('p'), size: 10, ids: ['0123456789abcdef', 'fedcba9876543210'] }],
};
const name = manifest.names[0] as string;

describe('a manifest', () => {
  test('is read as it was written', () => {
    expect(parseManifest(manifestText(manifest))).toEqual(manifest);
  });

  test.each([
    ['', undefined],
    ['null', undefined],
    ['{"schema":2}', undefined],
    [manifestText(manifest).replace(sha256('p'), 'short'), undefined],
    [manifestText(manifest).replace('"size":10', '"size":"10"'), undefined],
  ])('%j is none', (text, expected) => {
    expect(parseManifest(text)).toBe(expected);
  });

  test('names things by the beginning of their id; outputs come with their entries', () => {
    const id = sha256('x');
    expect(packId(`go/${id.slice(0, 2)}/${id}-a`)).toBe(id.slice(0, 16));
    expect(packId(`go/${id.slice(0, 2)}/${id}-d`)).toBeUndefined();
    expect(packId('weave/bin/shim-0123')).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('names of manifests', () => {
  test('a build finds what another of its kind filed, on its branch first', () => {
    const names = candidates(kind).map((each) => each.name);
    expect(names.filter((each) => manifestNames(kind).includes(each))).toHaveLength(4);
    expect(names[0]).toBe(manifestNames(kind)[0]);
    expect(manifestNames({ ...kind, branch: 'main' })).toContain(names[1]);
  });

  const own = (of: BuildKind) => candidates(of).filter(({ isOwn }) => isOwn);
  const shared = (of: BuildKind) => candidates(of).filter(({ isOwn }) => !isOwn);
  test.each([
    ['module', { module: 'example.com/other' }, 1],
    ['target', { target: 'linux arm64 1' }, 0],
    ['toolchain', { toolchain: 'go1.27.0' }, 0],
    ['code', { code: 'd' }, 2],
    ['command', { command: 'test ./...' }, 2],
  ])('another %s has another manifest, and shares %j', (_, change, sharedCount) => {
    const other = { ...kind, ...change };
    const names = new Set(candidates(kind).map((each) => each.name));
    expect(own(other).filter((each) => names.has(each.name))).toEqual([]);
    expect(shared(other).filter((each) => names.has(each.name))).toHaveLength(sharedCount);
  });
});

describe('a stored manifest', () => {
  const pair = generateKeyPairSync('ed25519');
  const pem = {
    private: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    public: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    other: generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
  const secret = 'hmac:0123456789abcdef';

  test.each([
    ['without signatures', undefined, undefined],
    ['signed, read without a key', secret, undefined],
    ['with a secret', secret, secret],
    ['with a key pair', pem.private, pem.public],
    ['with a key in one line', pem.private.replaceAll('\n', '\\n'), pem.public.replaceAll('\n', '\\n')],
    ['with the private key on both sides', pem.private, pem.private],
  ])('is believed %s', (_, writes, reads) => {
    const sealed = sealManifest(manifest, writes === undefined ? undefined : signerOf(writes));
    const read = openManifest(sealed, name, reads === undefined ? undefined : signerOf(reads));
    expect(read).toEqual({ kind: 'found', manifest });
  });

  test.each([
    ['not signed', undefined, pem.public, name, /not signed/],
    ['signed with another key', pem.private, pem.other, name, /another key/],
    ['signed with another secret', secret, 'hmac:fedcba9876543210', name, /another key/],
    ['signed in another way', secret, pem.public, name, /another key/],
    ['under a name that it was not made for', pem.private, pem.public, sha256('elsewhere'), /not made for/],
  ])('is not believed if it is %s', (_, writes, reads, at, reason) => {
    const sealed = sealManifest(manifest, writes === undefined ? undefined : signerOf(writes));
    const read = openManifest(sealed, at, signerOf(reads));
    expect(read).toMatchObject({ kind: 'unbelievable', reason: expect.stringMatching(reason) });
  });

  test('is not believed if a byte was changed, or if it is no manifest at all', () => {
    expect(openManifest(Buffer.from('hello'), name, undefined).kind).toBe('unbelievable');
    const sealed = sealManifest(manifest, undefined);
    expect(openManifest(sealed.subarray(0, sealed.length - 9), name, undefined).kind).toBe('unbelievable');
  });

  test.each([
    ['hmac:short', /16 characters/],
    ['some text', /PEM/],
    ['-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----', /PEM/],
    [generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(), /x25519/],
  ])('the key %j is refused', (key, reason) => {
    expect(() => signerOf(key)).toThrow(reason);
  });
});
