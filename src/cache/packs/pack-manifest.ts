import { hashParts } from '../../base/hash.ts';

/** One pack of a manifest. */
export interface PackRef {
  /** SHA-256 of the pack as it is stored; the name under which it is stored. */
  readonly digest: string;
  /** Bytes as it is stored. */
  readonly size: number;
  /** What it holds: {@link packId} of each file but outputs, which come with what names them. */
  readonly ids: readonly string[];
}

/** For people: what a manifest was made by. */
export interface ManifestOrigin {
  readonly module: string;
  readonly target: string;
  readonly toolchain: string;
  readonly command: string;
  readonly branch: string;
}

/** What a build of one kind needs from the shared cache, and which packs hold it. */
export interface PackManifest {
  /** Names under which it may be stored (manifest-names.ts). One that lies under another name is not believed. */
  readonly names: readonly string[];
  readonly origin: ManifestOrigin;
  readonly createdMs: number;
  /** In the order in which a build asks for what they hold. */
  readonly packs: readonly PackRef[];
}

const idBytes = 8;

/**
 * A short name of a file in a pack: of entries and records the beginning of their id, of programs that of a hash.
 *
 * @param path as in a pack
 * @returns 16 hex digits; undefined for an output
 */
export function packId(path: string): string | undefined {
  const [, id, kind] = /([0-9a-f]{64})-([adf])$/.exec(path) ?? [];
  if (kind === 'd') return undefined;
  return packIdOf(id ?? hashParts(path));
}

/** {@link packId} of what has this action id or key. */
export function packIdOf(id: string): string {
  return id.slice(0, 2 * idBytes);
}

interface Written extends Omit<PackManifest, 'packs'> {
  readonly schema: 1;
  readonly packs: readonly { readonly digest: string; readonly size: number; readonly ids: string }[];
}

export function manifestText(manifest: PackManifest): string {
  const packs = manifest.packs.map(({ digest, size, ids }) => ({
    digest,
    size,
    ids: Buffer.from(ids.join(''), 'hex').toString('base64'),
  }));
  const written: Written = { schema: 1, ...manifest, packs };
  return JSON.stringify(written);
}

/**
 * Reads a manifest.
 *
 * @returns undefined if the text is none, or one of another schema
 */
export function parseManifest(text: string): PackManifest | undefined {
  let written: Partial<Written>;
  try {
    written = JSON.parse(text) as Partial<Written>;
  } catch {
    return undefined;
  }
  const { schema, names, origin, createdMs, packs } = written ?? {};
  if (schema !== 1 || !isTexts(names) || typeof createdMs !== 'number' || typeof origin !== 'object') return undefined;
  if (!Array.isArray(packs) || !packs.every(isPack)) return undefined;
  const refs = packs.map(({ digest, size, ids }) => ({ digest, size, ids: splitIds(ids) }));
  return { names, origin, createdMs, packs: refs };
}

function splitIds(base64: string): readonly string[] {
  return Buffer.from(base64, 'base64').toString('hex').match(/.{16}/g) ?? [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isPack(value: unknown): boolean {
  const { digest, size, ids } = (value ?? {}) as Record<string, unknown>;
  return /^[0-9a-f]{64}$/.test(String(digest)) && Number.isSafeInteger(size) && typeof ids === 'string';
}
