import { createHash } from 'node:crypto';
import { hashParts } from '../base/hash.ts';
import type { LinkDep } from '../toolexec/link-deps.ts';

/*
 * Every key of ours holds `code`, the hash of the code that weaves (src/driver/plan/weaver-code.ts): what other code made is never found,
 * and no one has to remember to raise a number.
 */

/** Hex of the id that cmd/go's cache.Subkey makes (cmd/go/internal/cache/hash.go). */
export function subkey(actionId: string, description: string): string {
  return createHash('sha256').update('subkey:').update(Buffer.from(actionId, 'hex')).update(description).digest('hex');
}

/** The part of an action id that `-buildid` shows: its first 15 bytes, base64url (cmd/internal/buildid.HashToString). */
export function actionPrefix(actionId: string): string {
  return Buffer.from(actionId.slice(0, 30), 'hex').toString('base64url');
}

/** What is known of an action whatever the aspects are. */
export interface Facts {
  /** TOOLEXEC_IMPORTPATH, test-variant suffix included. */
  readonly path: string;
  readonly name: string;
  readonly imports: readonly string[];
  readonly testMain: boolean;
  /** Link dependencies of the direct imports' archives: a function of the action id, which covers their contents. */
  readonly inherited: readonly LinkDep[];
}

/** Where the facts of an action are filed; the shim looks whether there are any (helper/shim/replay.go). */
export function factsKey(code: string, actionId: string): string {
  return hashParts('facts', code, actionId);
}

/**
 * L1: what weaving makes of an action under these aspects.
 *
 * @param live canonical text of the aspects that the facts cannot rule out, in order, display names and positions included
 */
export function weaveKey(code: string, actionId: string, live: string): string {
  return hashParts('weave', code, actionId, live);
}

/** The answer filed under {@link weaveKey}. W is never part of it: it is computed from what is current. */
export interface WeaveRecord {
  /** Hash of the woven texts and the language level; '' when weaving changed nothing. */
  readonly textHash: string;
  /** Packages that the woven texts import in addition, sorted. */
  readonly imports: readonly string[];
  /** Packages that the woven texts want linked, sorted. */
  readonly links: readonly string[];
  /** Packages that a main imports blank, because something below it wants them linked; sorted. */
  readonly pending: readonly string[];
}

/** Where what matched is filed, which only reports read: under the key of its L1 answer. */
export function matchesKey(weaveKeyHex: string): string {
  return hashParts('matches', weaveKeyHex);
}

/** Where the files of a woven package are filed, before and after: by builds whose report is to hold them. */
export function sourcesKey(weaveKeyHex: string): string {
  return hashParts('sources', weaveKeyHex);
}

/** W: the text and the current identity of all that the woven package imports or links beyond its own imports, and the weaver's code. */
export function weaveId(
  code: string,
  record: WeaveRecord,
  inherited: readonly LinkDep[],
  identity: (path: string) => string,
): string {
  const extra = [...record.imports, ...record.pending].map((path) => `${path}=${identity(path)}`);
  const deps = [...inherited.map((dep) => `${dep.kind} ${dep.path}`), ...record.links.map((path) => `own ${path}`)];
  return hashParts(code, record.textHash, extra.join('\n'), deps.join('\n'));
}

/** L2: the object of action A woven to W. `what` is `object`, `stdout` or `link-stdout`. */
export function objectKey(actionId: string, weaveIdHex: string, what: string): string {
  return hashParts('object', actionId, weaveIdHex, what);
}
