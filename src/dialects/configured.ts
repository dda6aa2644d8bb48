import { join, relative, resolve } from 'node:path';
import { checkCodeTemplate } from '../aspects/check-template.ts';
import type { FileView } from '../base/file-view.ts';
import type { Overlay } from '../go/overlay.ts';
import { findPackages } from '../go/packages.ts';
import type { GotsError } from '../report/diagnostic.ts';
import { type Discovered, discoverAspects } from './discover.ts';
import { diskReader } from './load/disk-reader.ts';
import type { LoadedAspects, LoadOptions } from './load/load.ts';
import { loadWithPackages } from './load/load-packages.ts';
import { findOtelcRules } from './otelc/find-rules.ts';
import { loadWithPlugins } from './plugins/load-plugins.ts';

/** Where aspects are looked for, as the build sees it. */
export interface AspectsPlace {
  /** Folder of the main module, else the working directory; absolute. */
  readonly root: string;
  /** Folders whose configuration counts, where that is not the root alone: members of a workspace. */
  readonly configDirs?: readonly string[] | undefined;
  /** Folder of the workspace, whose files count for the modules that have none. */
  readonly workDir?: string | undefined;
  /** The folder that holds `aspects/`. */
  readonly home: string;
  /** GOMODCACHE; undefined where there is no go to ask. */
  readonly moduleCache: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** The go command and its flags that decide how packages are found; undefined outside of modules. */
  readonly go: { readonly program: string; readonly flags: readonly string[] } | undefined;
  readonly overlay: Overlay;
}

interface AspectsWish {
  /** Aspect files and sets that are named; empty: those that the module is configured with. */
  readonly named: readonly string[];
  /** What relative names refer to. */
  readonly cwd: string;
  /** Sees what is read from disk. */
  readonly watch?: ((below: FileView) => FileView) | undefined;
  /** Collects problems; without it, the first is thrown. */
  readonly sink?: ((problem: GotsError) => void) | undefined;
}

/**
 * The configured aspects of a build: those named, else those of the module, in whatever dialect: its own aspect files, the rules of
 * otelc, those of loongsuite, or the built-in set. Every command asks here, so that all see what a build sees: under -overlay, and
 * with the versions that -mod and -modfile lead to.
 *
 * @returns the aspects; `folders` hold what else decided which there are
 * @throws GotsError of aspects
 */
export async function configuredAspects(place: AspectsPlace, wish: AspectsWish): Promise<LoadedAspects> {
  const reader = readerOf(place.overlay, wish.watch ?? ((below) => below));
  const entry = (name: string): string =>
    name.startsWith('gots:') ? name : relative(place.root, resolve(wish.cwd, name)) || '.';
  const found =
    wish.named.length > 0
      ? { entries: wish.named.map(entry), orchestrionBuiltIns: false, warnings: [] }
      : await discovered(place, reader);
  const options: LoadOptions = {
    entries: found.entries,
    root: place.root,
    moduleCache: place.moduleCache,
    reader,
    builtInSet: (name) => {
      const folder = join(place.home, 'aspects', name);
      return reader.isDirectory(folder) ? folder : undefined;
    },
    checkTemplate: checkCodeTemplate,
    orchestrionBuiltIns: found.orchestrionBuiltIns,
    sink: wish.sink,
  };
  const { go, root, env } = place;
  const find = go && ((paths: readonly string[]) => findPackages(paths, { ...where(go), cwd: root, env }));
  const loaded = find ? await loadWithPackages(options, find) : await loadWithPlugins(options);
  return {
    ...loaded,
    folders: [...loaded.folders, ...(found.inputs ?? [])],
    warnings: [...found.warnings, ...loaded.warnings],
  };
}

/** What the modules of the build are configured with, each entry once. */
async function discovered(place: AspectsPlace, reader: FileView): Promise<Discovered> {
  const found = await Promise.all((place.configDirs ?? [place.root]).map((dir) => discoveredIn(dir, place, reader)));
  return {
    entries: [...new Set(found.flatMap(({ entries }) => entries))],
    orchestrionBuiltIns: found.some(({ orchestrionBuiltIns }) => orchestrionBuiltIns),
    warnings: found.flatMap(({ warnings }) => warnings),
    inputs: found.flatMap(({ inputs = [] }) => inputs),
  };
}

async function discoveredIn(dir: string, { env, go, workDir }: AspectsPlace, reader: FileView): Promise<Discovered> {
  // What a module says for gots or Orchestrion comes before what it says for otelc.
  const isSetUp = (folder: string): boolean =>
    ['gots.yml', 'orchestrion.yml', 'orchestrion.tool.go'].some((name) => reader.read(join(folder, name)));
  const isOwn = isSetUp(dir);
  const rules = isOwn ? undefined : await findOtelcRules({ moduleDir: dir, env, reader, go: go && where(go) });
  if (rules) return { entries: rules.files, orchestrionBuiltIns: false, warnings: [], inputs: rules.inputs };
  return discoverAspects(!isOwn && workDir !== undefined && isSetUp(workDir) ? workDir : dir, reader, env);
}

function where({ program, flags }: NonNullable<AspectsPlace['go']>): { go: string; flags: readonly string[] } {
  return { go: program, flags };
}

/** Plug-ins are run by Node, which knows of no overlay. */
function readerOf(overlay: Overlay, watch: (below: FileView) => FileView): FileView {
  const below = watch(diskReader);
  const over = overlay.over(below);
  return {
    ...over,
    read: (path) => (/\.m?js$/.test(path) ? below.read(path) : over.read(path)),
  };
}
