import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashParts } from '../base/hash.ts';
import { escaped } from './versions.ts';

/** A module of the module cache whose go.mod must not count as it is. */
export interface StandInRequest {
  readonly path: string;
  readonly version: string;
  /** Its folder in the module cache. */
  readonly dir: string;
  readonly goMod: string;
  /** Folder below which stand-ins are kept. */
  readonly folder: string;
}

/**
 * A folder with the files of a module and another go.mod: go refuses overlays of files in the module cache. Made once per module and go.mod.
 *
 * @returns the folder, whose name ends in `@` and the version
 */
export function standIn({ path, version, dir, goMod, folder }: StandInRequest): string {
  const place = join(folder, hashParts(dir, goMod).slice(0, 24), `${escaped(path)}@${escaped(version)}`);
  if (existsSync(place)) return place;
  const temp = `${place}.${process.pid}`;
  copyTree(dir, temp);
  rmSync(join(temp, 'go.mod'), { force: true });
  writeFileSync(join(temp, 'go.mod'), goMod);
  try {
    renameSync(temp, place);
  } catch (error) {
    rmSync(temp, { recursive: true, force: true });
    // Another command was faster.
    if (!existsSync(place)) throw error;
  }
  return place;
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else copyFile(source, target);
  }
}

/** Files of the module cache never change, so a second name for one is as good as a copy. */
function copyFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}
