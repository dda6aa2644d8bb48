import { lstatSync, mkdirSync } from 'node:fs';
import * as module from 'node:module';
import { distrust } from './trust.ts';

type Enable = (dir?: string) => unknown;

const { enableCompileCache: ofNode } = module as { enableCompileCache?: Enable };

/**
 * Lets Node keep compiled code between runs, where it can (Node 22.1 and newer): start-up counts on every build.
 *
 * @param dir where it is kept, made if need be; Node's own choice by default. Not used where others may write: Node runs what lies there
 */
export function enableCompileCache(dir?: string, enable: Enable | undefined = ofNode): void {
  if (enable && (dir === undefined || claimCodeFolder(dir))) enable(dir);
}

/** Makes a folder for compiled code; false where there is none, or where others may write to it: what lies in it is run. */
export function claimCodeFolder(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const stat = lstatSync(dir);
    return stat.isDirectory() && distrust(stat, 'group') === undefined;
  } catch {
    return false;
  }
}
