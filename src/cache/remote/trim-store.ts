import type { ManifestOrigin, PackManifest } from '../packs/pack-manifest.ts';
import { openManifest } from './manifest-store.ts';
import type { BlobName, BlobStore, ListedBlob } from './stores/blob-store.ts';

/** A build whose manifest a server holds. */
export interface StoredBuild {
  readonly origin: ManifestOrigin;
  readonly packs: number;
  /** Of its packs; builds share packs. */
  readonly bytes: number;
  /** When it was stored last, in ms since 1970. */
  readonly timeMs: number;
}

/** What a server holds. */
export interface StoreContents {
  /** By module, branch and command. A manifest lies under several names; here it is once. */
  readonly builds: readonly StoredBuild[];
  readonly manifests: number;
  readonly packs: number;
  readonly bytes: number;
  /** Packs that no manifest names, and their bytes. */
  readonly unnamed: { readonly packs: number; readonly bytes: number };
  /** Last change of the manifest that was not changed for the longest time, in ms since 1970; undefined if there is none. */
  readonly oldestMs: number | undefined;
}

/** What is to stay. */
export interface TrimLimits {
  /** Manifests that no build has stored again for this long go. */
  readonly ageMs: number;
  /** Then the oldest go until the rest has at most so many bytes. */
  readonly mostBytes: number;
}

/** A pack that a build is storing at this moment is named by no manifest yet. */
const graceMs = 24 * 3_600_000;
const parallel = 8;

interface Held {
  readonly manifests: readonly (ListedBlob & { readonly manifest: PackManifest | undefined })[];
  readonly packs: ReadonlyMap<string, ListedBlob>;
}

/** @throws RemoteError */
export async function storeContents(store: BlobStore): Promise<StoreContents> {
  const { manifests, packs } = await held(store);
  const named = new Set(manifests.flatMap(packsOf));
  const unnamed = [...packs.values()].filter(({ name }) => !named.has(name));
  const times = manifests.map(({ timeMs }) => timeMs);
  return {
    builds: buildsOf(manifests),
    manifests: manifests.length,
    packs: packs.size,
    bytes: sum([...manifests, ...packs.values()]),
    unnamed: { packs: unnamed.length, bytes: sum(unnamed) },
    oldestMs: times.length === 0 ? undefined : Math.min(...times),
  };
}

function buildsOf(blobs: Held['manifests']): readonly StoredBuild[] {
  const byText = new Map<string, StoredBuild>();
  for (const { manifest, timeMs } of blobs) {
    if (!manifest) continue;
    const { origin, createdMs, packs } = manifest;
    const key = JSON.stringify([origin, createdMs, packs.map(({ digest }) => digest)]);
    const bytes = packs.reduce((total, { size }) => total + size, 0);
    const last = Math.max(timeMs, byText.get(key)?.timeMs ?? 0);
    byText.set(key, { origin, packs: packs.length, bytes, timeMs: last });
  }
  const order = ({ origin }: StoredBuild) =>
    [origin.module, origin.branch, origin.command, origin.target, origin.toolchain].join('\n');
  return [...byText.values()].sort((a, b) =>
    order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : b.timeMs - a.timeMs,
  );
}

/**
 * Removes manifests that are too old or too much, and then packs that no manifest names.
 *
 * @returns what was removed
 * @throws RemoteError
 */
export async function trimStore(
  store: BlobStore,
  { ageMs, mostBytes }: TrimLimits,
  now: number,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const { manifests, packs } = await held(store);
  const newestFirst = [...manifests].sort((a, b) => b.timeMs - a.timeMs);
  const named = new Set<string>();
  const kept = new Set<string>();
  let bytes = 0;
  for (const blob of newestFirst) {
    if (now - blob.timeMs > ageMs) break;
    const more = packsOf(blob).filter((name) => !named.has(name) && packs.has(name));
    bytes += blob.size + sum(more.map((name) => packs.get(name) as ListedBlob));
    if (bytes > mostBytes) break;
    kept.add(blob.name);
    for (const name of more) named.add(name);
  }
  const dropped = [
    ...manifests.filter(({ name }) => !kept.has(name)),
    ...[...packs.values()].filter(({ name, timeMs }) => !named.has(name) && now - timeMs > graceMs),
  ];
  await inParallel(dropped, ({ name }) => store.remove(name));
  return { files: dropped.length, bytes: sum(dropped) };
}

async function held(store: BlobStore): Promise<Held> {
  const blobs = await store.list();
  const manifests = await inParallel(
    blobs.filter(({ name }) => name.startsWith('ac/')),
    async (blob) => ({ ...blob, manifest: await readManifest(store, blob.name) }),
  );
  const packs = blobs.filter(({ name }) => name.startsWith('cas/'));
  return { manifests, packs: new Map(packs.map((blob) => [blob.name, blob])) };
}

async function readManifest(store: BlobStore, name: BlobName): Promise<PackManifest | undefined> {
  const bytes = await store.get(name, { mostBytes: 16 * 1024 * 1024 });
  const read = bytes && openManifest(bytes, name.slice('ac/'.length), undefined);
  return read?.kind === 'found' ? read.manifest : undefined;
}

function packsOf({ manifest }: { readonly manifest: PackManifest | undefined }): readonly string[] {
  return manifest?.packs.map(({ digest }) => `cas/${digest}`) ?? [];
}

function sum(blobs: readonly ListedBlob[]): number {
  return blobs.reduce((total, { size }) => total + size, 0);
}

async function inParallel<T, R>(items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += parallel)
    results.push(...(await Promise.all(items.slice(at, at + parallel).map(task))));
  return results;
}
