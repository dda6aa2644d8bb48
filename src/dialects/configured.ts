import { join, relative, resolve } from 'node:path';
import { checkCodeTemplate } from '../aspects/check-template.ts';
import type { FileView } from '../base/file-view.ts';
import type { GotsError } from '../report/diagnostic.ts';
import type { FindPackages } from './contract.ts';
import { type Discovered, discoverAspects } from './discover.ts';
import { diskReader } from './load/disk-reader.ts';
import type { KeptFiles } from './load/kept-files.ts';
import type { LoadedAspects, LoadOptions } from './load/load.ts';
import { loadWithPackages } from './load/load-packages.ts';
import { loadWithPlugins } from './load/load-plugins.ts';
import { isPluginFile } from './plugins/plugin-file.ts';

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
  /** Undefined outside of modules. */
  readonly findPackages: FindPackages | undefined;
  /** The files as the build sees them: those of a view, under the user's -overlay. */
  readonly over: (below: FileView) => FileView;
}

interface AspectsWish {
  /** Aspect files and sets that are named; empty: those that the module is configured with. */
  readonly named: readonly string[];
  /** What relative names refer to. */
  readonly cwd: string;
  /** Sees what is read from disk. */
  readonly watch?: ((below: FileView) => FileView) | undefined;
  /** Files of built-in sets that were read before. */
  readonly kept?: KeptFiles | undefined;
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
  const reader = readerOf(place.over, wish.watch ?? ((below) => below));
  const entry = (name: string): string =>
    name.startsWith('gots:') ? name : relative(place.root, resolve(wish.cwd, name)) || '.';
  const found =
    wish.named.length > 0
      ? { entries: wish.named.map(entry), builtIns: [], inputs: [], warnings: [] }
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
    builtIns: found.builtIns,
    kept: wish.kept,
    sink: wish.sink,
  };
  const { findPackages, root } = place;
  const loaded = findPackages
    ? await loadWithPackages(options, (paths) => findPackages(paths, root))
    : await loadWithPlugins(options);
  return {
    ...loaded,
    folders: [...loaded.folders, ...found.inputs],
    warnings: [...found.warnings, ...loaded.warnings],
  };
}

/** What the modules of the build are configured with, each entry once. */
async function discovered(place: AspectsPlace, reader: FileView): Promise<Discovered> {
  const { root, configDirs = [root], workDir, env, findPackages } = place;
  const found = await Promise.all(
    configDirs.map((dir) => discoverAspects({ dir, reader, env, findPackages }, workDir)),
  );
  return {
    entries: [...new Set(found.flatMap(({ entries }) => entries))],
    builtIns: [...new Set(found.flatMap(({ builtIns }) => builtIns))],
    warnings: found.flatMap(({ warnings }) => warnings),
    inputs: found.flatMap(({ inputs }) => inputs),
  };
}

/** Plug-ins are run by Node, which knows of no overlay. */
function readerOf(over: AspectsPlace['over'], watch: (below: FileView) => FileView): FileView {
  const below = watch(diskReader);
  const view = over(below);
  return {
    ...view,
    read: (path) => (isPluginFile(path) ? below.read(path) : view.read(path)),
  };
}
