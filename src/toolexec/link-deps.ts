import { linkDepsUnreadable } from '../report/codes/toolexec.ts';

/** Name of the archive member that lists link dependencies; Orchestrion's, so that both read each other's archives. */
export const linkDepsMember = 'link.deps';

/**
 * A package that the binary must hold although no import statement leads to it.
 * `import`: woven code imports it, it must be initialised before. `relocation`: woven code only refers to its symbols (go:linkname).
 */
export interface LinkDep {
  readonly path: string;
  readonly kind: 'import' | 'relocation';
}

/**
 * Reads the content of a `link.deps` member.
 *
 * @param archive file name for the message
 * @returns sorted by path, one entry a path
 * @throws GotsError link_deps_unreadable for a version other than 1 and 2 or an unknown kind
 */
export function parseLinkDeps(text: string, archive: string): readonly LinkDep[] {
  const [head = '', ...lines] = text.split('\n');
  const version = /^#link\.deps@v([12])$/.exec(head.trim())?.[1];
  if (version === undefined) linkDepsUnreadable(archive, head);
  const entries = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  if (version === '1') return mergeLinkDeps(entries.map((path) => ({ path, kind: 'import' })));
  return mergeLinkDeps(
    entries.map((line) => {
      const [kind, path, ...more] = line.split('\t');
      if ((kind !== 'import' && kind !== 'relocation') || !path || more.length > 0) linkDepsUnreadable(archive, line);
      return { path, kind };
    }),
  );
}

/** Content of a `link.deps` member, version 2: one line each, sorted by path. Same dependencies, same bytes. */
export function printLinkDeps(deps: Iterable<LinkDep>): string {
  const lines = mergeLinkDeps(deps).map(({ kind, path }) => `${kind}\t${path}`);
  return `${['#link.deps@v2', ...lines].join('\n')}\n`;
}

/** One entry a path, sorted by path; `import` is the stronger kind. */
export function mergeLinkDeps(deps: Iterable<LinkDep>): readonly LinkDep[] {
  const kinds = new Map<string, LinkDep['kind']>();
  for (const { path, kind } of deps) if (kinds.get(path) !== 'import') kinds.set(path, kind);
  return [...kinds].map(([path, kind]) => ({ path, kind })).sort((a, b) => (a.path < b.path ? -1 : 1));
}
