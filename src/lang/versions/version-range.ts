import { compareVersions, isVersion } from './semver.ts';

/** Versions from one on and below another; both with `v`, either may be absent. */
export interface VersionRange {
  readonly from?: string | undefined;
  readonly below?: string | undefined;
  /** As written in the aspect, for messages. */
  readonly text: string;
}

/** Why a text is no range: what is wrong, for a message behind a colon. */
export interface RangeProblem {
  readonly problem: string;
}

/** `[1.2.0,1.4.0)`, either bound may be left out; without `v`, blanks do not count (loongsuite). */
export function bracketRange(text: string): VersionRange | RangeProblem {
  const match = /^\[([^,[\]()]*),([^,[\]()]*)\)$/.exec(text.replace(/\s/g, ''));
  if (!match) return { problem: 'it has not the form [FROM,BELOW)' };
  const [, from = '', below = ''] = match;
  if (from === '' && below === '') return { problem: 'it has no bound' };
  return range(text, from === '' ? undefined : `v${from}`, below === '' ? undefined : `v${below}`);
}

/** `v1.2.0`, at least that, or `v1.2.0,v1.4.0`, from the first to below the second (otelc). */
export function commaRange(text: string): VersionRange | RangeProblem {
  const [from = '', below, ...more] = text.split(',');
  if (more.length > 0) return { problem: 'it has more than two bounds' };
  return range(text, from, below);
}

function range(text: string, from: string | undefined, below: string | undefined): VersionRange | RangeProblem {
  for (const bound of [from, below]) {
    if (bound !== undefined && !isVersion(bound)) return { problem: `"${bound}" is not a version` };
  }
  if (from !== undefined && below !== undefined && compareVersions(from, below) >= 0) {
    return { problem: `${from} is not before ${below}` };
  }
  return { from, below, text };
}

/** Whether a version lies in a range. No version, or none that can be compared, lies in none. */
export function isInRange(version: string | undefined, { from, below }: VersionRange): boolean {
  if (version === undefined || !isVersion(version)) return false;
  return (
    (from === undefined || compareVersions(version, from) >= 0) &&
    (below === undefined || compareVersions(version, below) < 0)
  );
}

/** `go1.26.8` as v1.26.8 and `go1.27rc1` as v1.27.0-rc1, so that it can be compared; undefined for a development version. */
export function goVersionAsSemver(version: string): string | undefined {
  const match = /^go(\d+)\.(\d+)(?:\.(\d+))?(?:(rc|beta)(\d+))?(?:[-\s]|$)/.exec(version);
  if (!match) return undefined;
  const [, major, minor, patch = '0', stage, count] = match;
  return `v${major}.${minor}.${patch}${stage === undefined ? '' : `-${stage}.${count}`}`;
}
