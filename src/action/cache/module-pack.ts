import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { sha256 } from '../../base/hash.ts';
import { namesIfThere } from '../../base/read-if-there.ts';
import { readRegular } from '../../cache/packs/entries.ts';
import { place } from './pack.ts';

/** A version of a module in GOMODCACHE, by its folder below it: `github.com/!burnt!sushi/toml@v1.0.0`. */
type ModuleFolder = string;

/** What a pack of modules holds. */
export interface ModuleIndex {
  readonly schema: 1;
  /** Checksum of each module's files, as go.sum has it. */
  readonly modules: Readonly<Record<ModuleFolder, string>>;
  /** Digest of each small file of `cache/download`, by its path below GOMODCACHE. */
  readonly files: Readonly<Record<string, string>>;
}

const indexName = 'index.json';
const isFolderName = (name: string) =>
  /^(?!cache\/)[^/@\\\s]+(?:\/[^/@\\\s]+)*@v[^/@\\\s]+$/.test(name) && !/(^|\/)\.\.?(\/|@|$)/.test(name);
const isFileName = (name: string) =>
  /^cache\/download\/(?:[^/\\\s]+\/)+@v\/v[^/\\\s]+\.(?:info|mod|ziphash)$/.test(name) && !/(^|\/)\.\.?\//.test(name);

/** Whether anybody, setup-go or an earlier job, has put modules there. A toolchain that go fetched for itself does not count. */
export function hasModules(modCache: string): boolean {
  const names = namesIfThere(modCache).filter((name) => name !== 'cache' && name !== 'golang.org');
  return names.length > 0 || namesIfThere(join(modCache, 'golang.org')).some((name) => !name.startsWith('toolchain@'));
}

/**
 * The modules of GOMODCACHE that go.sum files name. Archives are left out: go needs them only to unpack what is not there.
 *
 * @param sums texts of go.sum files
 */
export function modulesOf(modCache: string, sums: readonly string[]): ModuleIndex {
  const modules: Record<string, string> = {};
  const files: Record<string, string> = {};
  for (const line of new Set(sums.flatMap((text) => text.split('\n')))) {
    const [path, version] = line.split(' ');
    if (!path || !version) continue;
    const name = escaped(path);
    const plainVersion = escaped(version.replace(/\/go\.mod$/, ''));
    for (const end of ['info', 'mod', 'ziphash']) {
      const file = `cache/download/${name}/@v/${plainVersion}.${end}`;
      const bytes = isFileName(file) ? readRegular(join(modCache, file)) : undefined;
      if (bytes) files[file] = sha256(bytes);
    }
    const folder = `${name}@${plainVersion}`;
    const hash = readRegular(join(modCache, `cache/download/${name}/@v/${plainVersion}.ziphash`));
    if (hash && isFolderName(folder) && existsSync(join(modCache, folder)))
      modules[folder] = hash.toString('utf8').trim();
  }
  return { schema: 1, modules, files };
}

/** Upper-case letters as they are spelt in GOMODCACHE (golang.org/x/mod/module.EscapePath). */
function escaped(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}

/** Lays modules out in a folder to be packed. */
export function layOutModules(modCache: string, index: ModuleIndex, target: string): void {
  for (const file of Object.keys(index.files)) place(join(modCache, file), join(target, file));
  for (const folder of Object.keys(index.modules)) {
    for (const file of filesBelow(join(modCache, folder)))
      place(join(modCache, folder, file), join(target, folder, file));
  }
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, indexName), JSON.stringify(index));
}

/** The list of a pack of modules; undefined if it is not one of ours, or damaged. */
export function readModuleIndex(folder: string): ModuleIndex | undefined {
  try {
    const index = JSON.parse(readFileSync(join(folder, indexName), 'utf8')) as ModuleIndex;
    const isWhole =
      index.schema === 1 &&
      Object.keys(index.modules).every(isFolderName) &&
      Object.keys(index.files).every(isFileName);
    return isWhole ? index : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Moves the modules of an unpacked pack into GOMODCACHE. What is there stays; a module whose files do not have their checksum is
 * left out, and fetched again.
 *
 * @returns what was left out
 */
export function mergeModules(folder: string, index: ModuleIndex, modCache: string): readonly string[] {
  const broken: string[] = [];
  for (const [file, digest] of Object.entries(index.files)) {
    const bytes = readRegular(join(folder, file));
    if (!bytes || sha256(bytes) !== digest) broken.push(file);
    else if (!existsSync(join(modCache, file))) place(join(folder, file), join(modCache, file));
  }
  for (const [module, hash] of Object.entries(index.modules)) {
    const target = join(modCache, module);
    if (existsSync(target)) continue;
    if (treeHash(join(folder, module), module) === hash) moveFolder(join(folder, module), target);
    else broken.push(module);
  }
  return broken;
}

/**
 * Checksum of a module's files.
 *
 * @see golang.org/x/mod/sumdb/dirhash.Hash1
 */
export function treeHash(folder: string, module: string): string {
  const lines = filesBelow(folder).map((file) => {
    const bytes = readRegular(join(folder, file));
    return [`${unescaped(module)}/${file.replaceAll('\\', '/')}`, bytes ? sha256(bytes) : ''] as const;
  });
  const sorted = lines.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const hash = createHash('sha256');
  for (const [name, digest] of sorted) hash.update(`${digest}  ${name}\n`);
  return `h1:${hash.digest('base64')}`;
}

function unescaped(module: string): string {
  return module.replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** A module appears whole or not at all. */
function moveFolder(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const temporary = `${to}.${process.pid}.tmp`;
    try {
      cpSync(from, temporary, { recursive: true });
      renameSync(temporary, to);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  }
  makeReadOnly(to);
}

/** As go leaves it, so that no test writes into a module. */
function makeReadOnly(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) makeReadOnly(join(folder, entry.name));
  }
  chmodSync(folder, 0o555);
}

/** Paths of all files below a folder. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}
