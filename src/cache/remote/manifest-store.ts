import { gunzipSync, gzipSync } from 'node:zlib';
import type { Candidate } from '../packs/manifest-names.ts';
import { manifestText, type PackManifest, parseManifest } from '../packs/pack-manifest.ts';
import type { Signer } from './signer.ts';
import type { BlobStore } from './stores/blob-store.ts';

/** Manifests of more bytes are not read. */
const mostBytes = 16 * 1024 * 1024;

/** A manifest, or why there is none that can be believed. */
export type ReadManifest =
  | { readonly kind: 'found'; readonly manifest: PackManifest }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unbelievable'; readonly reason: string };

/** A manifest as it is stored: a line with its signature, or `-`, in front of its text; compressed. */
export function sealManifest(manifest: PackManifest, signer: Signer | undefined): Buffer {
  const text = manifestText(manifest);
  return gzipSync(`${signer?.sign?.(text) ?? '-'}\n${text}`);
}

/**
 * Reads what {@link sealManifest} made.
 *
 * @param name under which it was found
 * @param signer if any, only what was signed with its key is believed
 */
export function openManifest(bytes: Buffer, name: string, signer: Signer | undefined): ReadManifest {
  const unbelievable = (reason: string) => ({ kind: 'unbelievable', reason }) as const;
  let sealed: string;
  try {
    sealed = gunzipSync(bytes, { maxOutputLength: 4 * mostBytes }).toString('utf8');
  } catch {
    return unbelievable('a manifest is damaged');
  }
  const end = sealed.indexOf('\n');
  const [signature, text] = [sealed.slice(0, Math.max(end, 0)), sealed.slice(end + 1)];
  if (signer && signature === '-') return unbelievable('a manifest is not signed');
  if (signer && !signer.verify(text, signature)) return unbelievable('a manifest is signed with another key');
  const manifest = parseManifest(text);
  if (!manifest) return unbelievable('a manifest is damaged, or of another version of gots');
  return manifest.names.includes(name)
    ? { kind: 'found', manifest }
    : unbelievable('a manifest lies under a name that it was not made for');
}

/** The best manifest for a build. */
export interface BestManifest {
  readonly manifest: PackManifest;
  readonly isOwn: boolean;
}

/**
 * Asks for all manifests that may help at once, so that this takes one round trip, and takes the best.
 *
 * @param onDoubt told of each manifest that is not believed
 * @returns undefined if there is none
 * @throws RemoteError of the server
 */
export async function bestManifest(
  store: Pick<BlobStore, 'get'>,
  from: readonly Candidate[],
  signer: Signer | undefined,
  onDoubt: (reason: string) => void,
): Promise<BestManifest | undefined> {
  const found = await Promise.all(
    from.map(async ({ name, isOwn }): Promise<BestManifest | undefined> => {
      const bytes = await store.get(`ac/${name}`, { mostBytes });
      const read = bytes ? openManifest(bytes, name, signer) : ({ kind: 'absent' } as const);
      if (read.kind === 'unbelievable') onDoubt(read.reason);
      return read.kind === 'found' ? { manifest: read.manifest, isOwn } : undefined;
    }),
  );
  return found.find((manifest) => manifest !== undefined);
}
