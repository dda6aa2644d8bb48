/** A line of an import configuration. `other` keeps comments, blank lines and directives that gots has no use for. */
export type ImportcfgLine =
  | { readonly kind: 'packagefile'; readonly path: string; readonly file: string }
  | { readonly kind: 'importmap'; readonly from: string; readonly to: string }
  /** The quoted Go string behind the word, as it stands in the file. */
  | { readonly kind: 'modinfo'; readonly quoted: string }
  | { readonly kind: 'other'; readonly text: string };

/** What `-importcfg` of compile and link names: where the archives of packages are. */
export interface Importcfg {
  readonly lines: readonly ImportcfgLine[];
  /** Import path, as it stands in archives, to archive file. */
  readonly packageFiles: ReadonlyMap<string, string>;
  /** Import path in the source to import path in archives, where they differ (vendoring, test variants). */
  readonly importMap: ReadonlyMap<string, string>;
}

/**
 * Reads an import configuration.
 *
 * @see cmd/compile/internal/base/flag.go and cmd/link/internal/ld/ld.go, readImportCfg, Go 1.24 to 1.27
 */
export function parseImportcfg(text: string): Importcfg {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return importcfgOf(lines.map(parseLine));
}

function importcfgOf(lines: readonly ImportcfgLine[]): Importcfg {
  return {
    lines,
    packageFiles: new Map(lines.flatMap((line) => (line.kind === 'packagefile' ? [[line.path, line.file]] : []))),
    importMap: new Map(lines.flatMap((line) => (line.kind === 'importmap' ? [[line.from, line.to]] : []))),
  };
}

function parseLine(text: string): ImportcfgLine {
  const other: ImportcfgLine = { kind: 'other', text };
  const [, verb, args = ''] = /^(\S+) +(.*)$/s.exec(text.trim()) ?? [];
  if (verb === 'modinfo') return { kind: 'modinfo', quoted: args };
  // The tools cut at the first "=", so a path with one cannot be expressed, a file name can.
  const equals = args.indexOf('=');
  if (equals <= 0 || equals === args.length - 1) return other;
  const left = args.slice(0, equals);
  const right = args.slice(equals + 1);
  if (verb === 'packagefile') return { kind: 'packagefile', path: left, file: right };
  return verb === 'importmap' ? { kind: 'importmap', from: left, to: right } : other;
}

/** The text of an import configuration; the inverse of {@link parseImportcfg}. */
export function printImportcfg(importcfg: Importcfg): string {
  return importcfg.lines.map((line) => `${printLine(line)}\n`).join('');
}

function printLine(line: ImportcfgLine): string {
  switch (line.kind) {
    case 'packagefile':
      return `packagefile ${line.path}=${line.file}`;
    case 'importmap':
      return `importmap ${line.from}=${line.to}`;
    case 'modinfo':
      return `modinfo ${line.quoted}`;
    case 'other':
      return line.text;
  }
}

/**
 * Adds archives behind all other lines, sorted by import path.
 *
 * @param archives import path to archive file; paths that the configuration has already stay as they are, since two archives
 *   of one package do not link
 */
export function addPackageFiles(importcfg: Importcfg, archives: ReadonlyMap<string, string>): Importcfg {
  const added = [...archives]
    .filter(([path]) => !importcfg.packageFiles.has(path))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, file]): ImportcfgLine => ({ kind: 'packagefile', path, file }));
  return added.length === 0 ? importcfg : importcfgOf([...importcfg.lines, ...added]);
}

/** The quoted module information of a link's configuration; undefined if it has none. */
export function modinfoOf(importcfg: Importcfg): string | undefined {
  return importcfg.lines.find((line) => line.kind === 'modinfo')?.quoted;
}

/** Replaces the module information; a configuration without such a line gets none. */
export function setModinfo(importcfg: Importcfg, quoted: string): Importcfg {
  return importcfgOf(importcfg.lines.map((line) => (line.kind === 'modinfo' ? { kind: 'modinfo', quoted } : line)));
}
