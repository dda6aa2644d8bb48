import type { Stats } from 'node:fs';

/** What {@link distrust} looks at. */
export type Ownership = Pick<Stats, 'uid' | 'mode'>;

const others = { group: 0o020, world: 0o002 } as const;

/**
 * Why a file or folder is not to be used: another user made it, or may have written to it, or its owner may not read it. The administrator may change any
 * file anyway, so files of root are believed.
 *
 * @param who `group`: where members of its group may not write either
 * @returns undefined if it may be used
 */
export function distrust(
  { uid, mode }: Ownership,
  who: 'group' | 'world',
  me: number | undefined = process.getuid?.(),
): string | undefined {
  if (me === undefined) return undefined;
  if (uid !== me && uid !== 0) return `it belongs to user ${uid}`;
  if ((mode & others.world) !== 0) return 'every user may write to it';
  // What is found by stat is opened by go.
  if (uid === me && (mode & 0o400) === 0) return 'its owner may not read it';
  return who === 'group' && (mode & others.group) !== 0 ? 'its group may write to it' : undefined;
}
