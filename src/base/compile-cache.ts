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
  if (enable && (dir === undefined || isOwn(dir))) enable(dir);
}

function isOwn(dir: string): boolean {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    const stat = lstatSync(dir);
    return stat.isDirectory() && distrust(stat, 'group') === undefined;
  } catch {
    return false;
  }
}
