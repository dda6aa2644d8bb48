import { hashParts } from '../../base/hash.ts';

/** Bumped when packs of older versions can no longer be read. */
const schema = 'gots-1';

/** All that tells caches apart, from what must be equal to what may differ. */
export interface KeyParts {
  /** `linux`, `x64`: of the machine that builds. */
  readonly os: string;
  readonly arch: string;
  /** Names of targets and flags of the build and the tests; their order does not matter. */
  readonly flavour: readonly string[];
  /** `go1.26.8`. */
  readonly goVersion: string;
  /** Digest of gots itself. */
  readonly weaver: string;
  /** Digest of aspect files. */
  readonly aspects: string;
  /** Digest of go.sum files. */
  readonly sums: string;
  readonly commit: string;
  /** Tells runs of one commit apart, attempts included, and jobs of one run. */
  readonly run: string;
}

export interface CacheKeys {
  /** Used by no other run: what was saved under it would never change again. */
  readonly key: string;
  /** Beginnings of keys, best first. */
  readonly restoreKeys: readonly string[];
}

/** The key of this run's cache and the order in which older ones are taken instead; a commit's own first, then those of other commits. */
export function cacheKeys(parts: KeyParts): CacheKeys {
  const flavour = shortened(hashParts(...[...new Set(parts.flavour)].sort()));
  const fixed = [schema, parts.os, parts.arch, flavour, parts.goVersion].map(plain).join('-');
  const rest = [parts.weaver, parts.aspects, parts.sums, parts.commit].map(shortened);
  const prefixes = [0, 1, 2, 3, 4].map((count) => `${[fixed, ...rest.slice(0, count)].join('-')}-`);
  return { key: `${prefixes[4]}${plain(parts.run)}`, restoreKeys: prefixes.reverse() };
}

function shortened(digest: string): string {
  return plain(digest).slice(0, 12) || '0';
}

/** Neither commas, which the service refuses, nor the separator. */
function plain(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._]/g, '_');
}
