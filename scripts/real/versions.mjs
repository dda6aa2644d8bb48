/** Module versions from lines `path version` or, of a replaced module, `path version => path version`. */
export function readVersions(text) {
  const versions = new Map();
  for (const line of text.split('\n')) {
    const [, path, version] = /^(\S+) (.*)$/.exec(line.trim()) ?? [];
    if (path) versions.set(path, version.trim());
  }
  return versions;
}

/** Versions from what `go version -m` prints of a program. */
export function readBuildInfo(text) {
  const lines = [];
  for (const line of text.split('\n')) {
    const [kind, path, version = ''] = line.trim().split('\t');
    if (kind === 'dep') lines.push(`${path} ${version}`);
    if (kind === '=>') lines.push(`${lines.pop()} => ${path} ${version}`);
  }
  return readVersions(lines.join('\n'));
}

/**
 * What the woven program has otherwise than the plain one.
 *
 * @param said what gots said in the build: raising a module is right if it says so, for what, and how to avoid it
 */
export function compareVersions(plain, woven, said) {
  const changed = [];
  const raised = [];
  for (const [path, version] of plain) {
    const other = woven.get(path);
    if (other === version) continue;
    const explained = said.some((line) => line.includes(`raises ${path} from ${version} to `));
    (explained ? raised : changed).push(`${path} ${version} → ${other?.split(' ')[0] ?? 'none'}`);
  }
  const added = [...woven].filter(([path]) => !plain.has(path)).map(([path, version]) => `${path} ${version}`);
  return { modules: plain.size, changed, raised, added };
}
