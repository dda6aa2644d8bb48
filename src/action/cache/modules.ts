import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readIfThere } from '../../base/read-if-there.ts';
import type { GoEnv } from '../../go/go-env.ts';
import { type CacheKeys, cacheKeys, type KeyParts } from './cache-keys.ts';
import { askService, type CacheClient, type ClientResult } from './client.ts';
import {
  hasModules,
  layOutModules,
  type ModuleIndex,
  mergeModules,
  modulesOf,
  readModuleIndex,
} from './module-pack.ts';
import { type CacheVoice, notRestored, notSaved } from './voice.ts';

/** Modules of an earlier run; undefined where somebody else has filled GOMODCACHE, and looks after it. */
export interface RestoredModules {
  readonly keys: CacheKeys;
  readonly modCache: string;
  /** Folders whose go.sum files say which modules belong to the build. */
  readonly sumFolders: readonly string[];
  /** Folders of modules that were restored. */
  readonly had: readonly string[];
}

/** Folder of the entry, as {@link import('./caches.ts').packFolder}. */
const folderName = 'gots-modules';

/** The same modules serve all targets and flags. */
function keysOf({ os, sums, run }: KeyParts): CacheKeys {
  const rest = { arch: '', flavour: [], goVersion: 'modules', weaver: '', aspects: '' };
  const { key, restoreKeys } = cacheKeys({ ...rest, os, sums, commit: '', run });
  return { key, restoreKeys };
}

export interface ModuleRequest {
  readonly client: CacheClient;
  readonly root: string;
  readonly parts: KeyParts;
  readonly go: GoEnv;
  readonly weaveCache: string;
  readonly home: string;
  readonly voice: CacheVoice;
}

/** What the service answered when it was asked for modules; undefined where it was not. */
export type FetchedModules = ClientResult | undefined;

/** Has the service unpack modules beside GOMODCACHE, if that is empty. */
export async function fetchModules({ client, root, parts, go }: ModuleRequest): Promise<FetchedModules> {
  if (hasModules(go.modCache)) return undefined;
  return askService(client, root, { operation: 'restore', folder: folderName, ...keysOf(parts) });
}

/** Moves what was fetched into GOMODCACHE. */
export function restoreModules(request: ModuleRequest, fetched: FetchedModules): RestoredModules | undefined {
  const { root, parts, go, weaveCache, home, voice } = request;
  if (!fetched) {
    voice.line('cache: modules are there already; the program that put them there keeps them');
    return undefined;
  }
  const keys = keysOf(parts);
  const sumFolders = [
    dirname(go.goMod),
    ...workspaceFolders(go.goWork),
    join(home, 'aspects'),
    join(weaveCache, 'work'),
  ];
  const base = { keys, modCache: go.modCache, sumFolders, had: [] };
  const folder = join(root, folderName);
  const { answer } = fetched;
  try {
    if (answer.kind !== 'hit') {
      notRestored('modules', fetched, voice);
      return base;
    }
    const index = readModuleIndex(folder);
    if (!index) {
      voice.notice(`cache: ${answer.matchedKey} is damaged; it is not used`);
      return base;
    }
    const broken = mergeModules(folder, index, go.modCache);
    if (broken.length > 0) voice.notice(`cache: ${broken.length} damaged modules are not used; they are fetched again`);
    const had = Object.keys(index.modules).filter((name) => !broken.includes(name));
    voice.line(`cache: ${had.length} modules of ${answer.matchedKey}`);
    return { ...base, had };
  } catch (error) {
    voice.notice(`cache: modules not restored: ${(error as Error).message}`);
    return base;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Saves the modules that the build's go.sum files name, if some of them are new. */
export async function saveModules(
  restored: RestoredModules,
  { client, root, voice }: Pick<ModuleRequest, 'client' | 'root' | 'voice'>,
): Promise<void> {
  const { keys, modCache, had, sumFolders } = restored;
  const index = modulesOf(modCache, sumFolders.flatMap(sumsBelow));
  const names = Object.keys(index.modules);
  if (names.every((name) => had.includes(name))) return;
  const folder = join(root, folderName);
  try {
    layOutModules(modCache, index, folder);
    const result = await askService(client, root, {
      operation: 'save',
      folder: folderName,
      key: keys.key,
      restoreKeys: [],
    });
    if (result.answer.kind === 'saved') voice.line(`cache: ${count(index)} saved as ${keys.key}`);
    else notSaved('modules', result, voice);
  } catch (error) {
    voice.notice(`cache: modules not saved: ${(error as Error).message}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count({ modules }: ModuleIndex): string {
  const number = Object.keys(modules).length;
  return `${number} ${number === 1 ? 'module' : 'modules'}`;
}

/** Folders of the modules that a go.work uses, its own among them. */
function workspaceFolders(goWork: string): string[] {
  if (goWork === '') return [];
  const dir = dirname(goWork);
  const uses = [...readIfThere(goWork).matchAll(/^\s*(?:use\s+)?"?(\.{1,2}(?:\/[^\s"]*)?|\/[^\s"]+)"?\s*$/gm)];
  return [dir, ...uses.map(([, path]) => join(dir, path as string))];
}

/** Texts of the go.sum and go.work.sum files of a folder and, of what was generated for builds, below it. */
function sumsBelow(folder: string): string[] {
  const names = folder.endsWith('/work') ? filesBelow(folder) : ['go.sum', 'go.work.sum'];
  return names.filter((name) => /(^|\/)go\.(?:work\.)?sum$/.test(name)).map((name) => readIfThere(join(folder, name)));
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    return [];
  }
}
