import { lstatSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readIfThere } from '../../base/read-if-there.ts';

/** Branches of a checkout. */
export interface Branches {
  /** The one that is built; '' if none is known. */
  readonly current: string;
  /** Where to look after it. */
  readonly defaults: readonly string[];
}

/** Variables by which CI systems name the branch, since they check out a commit. The branch of a pull request comes first. */
const ciVariables = [
  'GITHUB_HEAD_REF',
  'GITHUB_REF_NAME',
  'CI_COMMIT_REF_NAME',
  'CIRCLE_BRANCH',
  'BUILDKITE_BRANCH',
  'BRANCH_NAME',
];

/** The branch that is checked out in a folder, and those that others most likely come from. Reads a few files of git, and starts nothing. */
export function branches(dir: string, env: NodeJS.ProcessEnv): Branches {
  const git = gitFolders(dir);
  const ofCi = ciVariables.map((name) => env[name]).find((value) => value);
  const checkedOut = git && /^ref: refs\/heads\/(.+)/.exec(readIfThere(join(git.own, 'HEAD')))?.[1];
  const remoteHead = git && readIfThere(join(git.common, 'refs', 'remotes', 'origin', 'HEAD'));
  const named = /^ref: refs\/remotes\/origin\/(.+)/.exec(remoteHead ?? '')?.[1];
  return { current: ofCi ?? checkedOut ?? '', defaults: [...(named ? [named] : []), 'main', 'master'] };
}

/** What changes with the commit that is checked out; '' outside of git. */
export function headState(dir: string): string {
  const git = gitFolders(dir);
  if (!git) return '';
  const head = readIfThere(join(git.own, 'HEAD')).trim();
  const ref = /^ref: (.+)/.exec(head)?.[1];
  if (ref === undefined) return head;
  const loose = readIfThere(join(git.common, ref)).trim();
  if (loose !== '') return `${ref} ${loose}`;
  const packed = readIfThere(join(git.common, 'packed-refs')).split('\n');
  return `${ref} ${packed.find((line) => line.endsWith(` ${ref}`)) ?? ''}`;
}

/** The folder of git that belongs to this checkout, and the one that it shares with other checkouts. */
function gitFolders(dir: string): { readonly own: string; readonly common: string } | undefined {
  for (let at = dir; ; at = dirname(at)) {
    const info = lstatSync(join(at, '.git'), { throwIfNoEntry: false });
    if (info?.isDirectory()) return { own: join(at, '.git'), common: join(at, '.git') };
    if (info?.isFile()) {
      const named = /^gitdir: (.+)/.exec(readIfThere(join(at, '.git')))?.[1];
      if (named === undefined) return undefined;
      const own = resolve(at, named);
      const common = readIfThere(join(own, 'commondir')).trim();
      return { own, common: common === '' ? own : resolve(own, common) };
    }
    if (dirname(at) === at) return undefined;
  }
}
