import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readIfThere } from '../base/read-if-there.ts';
import { isFolder, type ModFile, modWord, withoutDirectives } from '../lang/modules/mod-file.ts';

/** The user's go.work. */
export interface Workspace {
  readonly file: string;
  readonly text: string;
  readonly mod: ModFile;
  /** go.work.sum, with the sums that go adds to it when it lists all modules. */
  readonly sums: string;
  /** Whether go can load the graph of its requirements. A build that has packages of other modules needs that. */
  readonly isLoaded: boolean;
}

/** A workspace like the user's, with a go.work.sum of its own. */
export interface OwnWorkspace {
  /** Its go.work: value of GOWORK. */
  readonly file: string;
  /** Its go.work.sum as it is now. */
  readonly sums: () => string;
  readonly remove: () => void;
}

/** What weaving adds to a workspace. */
export interface AddedMember {
  /** Lines in the place of the user's replacements. */
  readonly replaces: readonly string[];
  /** Of one more member. */
  readonly goMod: string;
  readonly goSum: string;
}

/**
 * A workspace with the members of the user's, outside the user's tree. In a workspace, go adds the sums that it lacks to go.work.sum,
 * -mod=readonly or not; and `go list -m all` needs sums of modules that no build reads.
 *
 * @param folder where a folder for it is made
 * @param added what weaving adds; undefined for a workspace like the user's
 */
export function ownWorkspace(
  { file, text, mod, sums }: Omit<Workspace, 'isLoaded'>,
  folder: string,
  added?: AddedMember,
): OwnWorkspace {
  mkdirSync(folder, { recursive: true });
  const dir = mkdtempSync(join(folder, 'workspace-'));
  const root = dirname(file);
  const uses = mod.uses.map((use) => `use ${modWord(resolve(root, use))}`);
  const replaces = mod.replaces.map(({ path, version, target, targetVersion }) => {
    const to = isFolder(target) && targetVersion === '' ? resolve(root, target) : target;
    return `replace ${path}${version && ` ${version}`} => ${modWord(to)}${targetVersion && ` ${targetVersion}`}`;
  });
  const kept = withoutDirectives(text, ['use', 'replace']).trimEnd();
  const own = join(dir, 'go.work');
  if (added) {
    uses.push(`use ${modWord(join(dir, 'mod'))}`);
    mkdirSync(join(dir, 'mod'));
    writeFileSync(join(dir, 'mod', 'go.mod'), added.goMod);
    writeFileSync(join(dir, 'mod', 'go.sum'), added.goSum);
  }
  writeFileSync(own, `${[kept, ...uses, ...(added?.replaces ?? replaces)].join('\n')}\n`);
  if (sums !== '') writeFileSync(`${own}.sum`, sums);
  return {
    file: own,
    sums: () => readIfThere(`${own}.sum`),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
