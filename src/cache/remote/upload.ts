import { statSync } from 'node:fs';
import { sha256 } from '../../base/hash.ts';
import { choosePacks, type UsedThing } from '../packs/choose-packs.ts';
import { type CacheFolders, isEntryName, readEntry, readRegular, sourceOf } from '../packs/entries.ts';
import { candidates, manifestNames } from '../packs/manifest-names.ts';
import { encodePack } from '../packs/pack-format.ts';
import { type PackManifest, type PackRef, packId } from '../packs/pack-manifest.ts';
import { bestManifest, sealManifest } from './manifest-store.ts';
import type { UploadJob } from './outbox.ts';
import type { Signer } from './signer.ts';
import type { BlobStore } from './stores/blob-store.ts';

/** What an upload did. */
export interface UploadResult {
  /** Packs that were stored. */
  readonly packs: number;
  readonly bytes: number;
  /** Entries, records and programs in them. */
  readonly objects: number;
  /** Packs of earlier builds that the manifest names. */
  readonly kept: number;
  /** False: the last manifest of this kind holds all of it. */
  readonly isNew: boolean;
}

/** Larger files are left out: programs of `go run`, most often, which are faster linked than fetched. */
const mostFileBytes = 64_000_000;
/** A manifest that is still right is stored again after this time, so that it is not trimmed. */
const renewMs = 24 * 3_600_000;
const parallel = 4;

/**
 * Stores what a build used: packs first, then the manifest that names them, so that no manifest names what is not there.
 *
 * @throws RemoteError of the server
 */
export async function upload(
  { kind, folders, used }: UploadJob,
  {
    store,
    signer,
    now,
  }: { readonly store: BlobStore; readonly signer: Signer | undefined; readonly now: () => number },
): Promise<UploadResult> {
  const names = manifestNames(kind);
  const last = await bestManifest(store, candidates(kind), signer, () => {});
  const { kept, fresh } = choosePacks(last?.manifest.packs ?? [], usedThings(folders, used));
  const lastManifest = last?.manifest;
  const isSame = fresh.length === 0 && kept.length === lastManifest?.packs.length;
  const isNamed = names.every((name) => lastManifest?.names.includes(name));
  if (isSame && isNamed && now() - lastManifest.createdMs < renewMs)
    return { packs: 0, bytes: 0, objects: 0, kept: kept.length, isNew: false };
  const stored: PackRef[] = [];
  for (let at = 0; at < fresh.length; at += parallel)
    stored.push(
      ...(await Promise.all(fresh.slice(at, at + parallel).map((things) => storePack(store, folders, things)))),
    );
  const { module, target, toolchain, command, branch } = kind;
  const origin = { module, target, toolchain, command, branch };
  const manifest: PackManifest = { names, origin, createdMs: now(), packs: [...kept, ...stored] };
  const sealed = sealManifest(manifest, signer);
  await Promise.all(names.map((name) => store.put(`ac/${name}`, sealed, false)));
  return {
    packs: stored.length,
    bytes: stored.reduce((sum, { size }) => sum + size, 0),
    objects: stored.reduce((sum, { ids }) => sum + ids.length, 0),
    kept: kept.length,
    isNew: true,
  };
}

async function storePack(store: BlobStore, folders: CacheFolders, things: readonly UsedThing[]): Promise<PackRef> {
  const files = things.flatMap(({ id, paths }) => {
    const read = paths.map((path) => ({ id, path, bytes: readRegular(sourceOf(folders, path)) }));
    // Trimmed meanwhile: half a thing is none.
    return read.every(({ bytes }) => bytes !== undefined) ? read : [];
  });
  const unique = [...new Map(files.map((file) => [file.path, file])).values()];
  const pack = await encodePack(unique.map(({ path, bytes }) => ({ path, bytes: bytes as Buffer })));
  const digest = sha256(pack);
  await store.put(`cas/${digest}`, pack, true);
  return { digest, size: pack.length, ids: [...new Set(files.map(({ id }) => id))] };
}

/** What a build used, as things: an entry takes its output along. Damaged ones, and those that are gone, are left out. */
export function usedThings(folders: CacheFolders, used: readonly string[]): readonly UsedThing[] {
  const things = new Map<string, UsedThing>();
  for (const path of new Set(used)) {
    const id = isEntryName(path) ? packId(path) : undefined;
    const thing = id === undefined ? undefined : thingOf(folders, path, id);
    if (id === undefined || !thing || thing.bytes > mostFileBytes) continue;
    // An object and a record of the same id have nothing to do with each other, but who waits for one gets both.
    const known = things.get(id) ?? { id, paths: [], bytes: 0 };
    things.set(id, { id, paths: [...known.paths, ...thing.paths], bytes: known.bytes + thing.bytes });
  }
  return [...things.values()];
}

function thingOf(folders: CacheFolders, path: string, id: string): UsedThing | undefined {
  const info = statSync(sourceOf(folders, path), { throwIfNoEntry: false });
  if (!info?.isFile()) return undefined;
  if (!path.endsWith('-a')) return { id, paths: [path], bytes: info.size };
  const entry = readEntry(path, readRegular(sourceOf(folders, path)) ?? Buffer.alloc(0));
  if (!entry) return undefined;
  const output = `${path.slice(0, path.indexOf('/'))}/${entry.outputId.slice(0, 2)}/${entry.outputId}-d`;
  const body = statSync(sourceOf(folders, output), { throwIfNoEntry: false });
  if (!body?.isFile() || body.size !== entry.size) return undefined;
  return { id, paths: [output, path], bytes: body.size + info.size };
}
