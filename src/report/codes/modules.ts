import { failure } from '../message.ts';
import { texts } from '../texts/modules.ts';
import { goFailed } from './cli.ts';

export function modulesGoTooOld(needed: string, running: string): never {
  throw failure(texts.modules_go_too_old, { needed, running });
}

/** The user's modules and the injected ones do not go together, or a module cannot be had. */
export function modulesUnresolved(stderr: string): never {
  // A go.mod that go cannot read has nothing to do with what is injected.
  if (/^go: errors parsing \S*go\.mod:/.test(stderr)) goFailed('go list', stderr);
  throw failure(texts.modules_unresolved, { saidOnce: saidOnce(stderr) });
}

/** Go says the same of a module for each of its packages: a line and those indented below it. */
function saidOnce(stderr: string): string {
  return [...new Set(stderr.split(/\n(?=\S)/))].join('\n');
}

/** A module of vendor/ is older than what the injected code works with; only `go mod vendor` can change what is there. */
export function vendorTooOld(path: string, has: string, needed: string, askedBy: string): never {
  throw failure(texts.modules_vendor_too_old, { path, has, askedBy, needed });
}

/** -overlay behind `gots env` takes the place of the overlay with the raised modules. */
export function overlayLost(file: string): never {
  throw failure(texts.modules_overlay_lost, { file });
}
