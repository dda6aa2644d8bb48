import type { Plugin } from '../../plugin/api.ts';
import { pluginAbsent } from '../../report/codes/plugin.ts';
import type { Plugins } from '../../rewrite/package-session.ts';
import type { PluginAdvice } from '../../vocabulary/advice/plugin/plugin-advice.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';

/** Imports the plug-ins of some aspects, each once. */
export type PluginLoader = (aspects: readonly Aspect[]) => Promise<Plugins | undefined>;

/**
 * Loads plug-ins when aspects need them. Their files must still be those that the aspects were made from: what another
 * file does is not what the keys stand for.
 *
 * @param aspectFiles display name and absolute path of each aspect file
 * @returns a loader, which throws GotsError plugin_absent, plugin_load, plugin_shape and those of modules
 */
export function pluginLoader(
  aspectFiles: readonly { readonly display: string; readonly path: string }[],
): PluginLoader {
  const known = new Map<string, Promise<Plugin>>();
  return async (aspects) => {
    const wanted = aspects.flatMap(({ advice }) => advice.filter((each) => each.kind === 'plugin'));
    if (wanted.length === 0) return undefined;
    const loaded = new Map<string, Plugin>();
    for (const advice of wanted) {
      const key = `${advice.digest} ${advice.file}`;
      const plugin = known.get(key) ?? load(advice, aspectFiles);
      known.set(key, plugin);
      loaded.set(key, await plugin);
    }
    return (file, digest) => loaded.get(`${digest} ${file}`);
  };
}

/** Reading aspects is loaded with it, so only where there are plug-ins. */
async function load(
  { file, digest, span }: PluginAdvice,
  aspectFiles: Parameters<typeof pluginLoader>[0],
): Promise<Plugin> {
  const [{ moduleGraph }, { importPlugin }, { diskReader }] = await Promise.all([
    import('../../dialects/plugins/module-graph.ts'),
    import('../../dialects/load/load-plugins.ts'),
    import('../../dialects/load/disk-reader.ts'),
  ]);
  const graphOf = (path: string): { readonly digest: string } =>
    moduleGraph(path, (each) => diskReader.read(each), { span, display: (each) => each });
  // Files outside of the module may share a display name.
  const named = aspectFiles.filter(({ display }) => display === file);
  const found = named.find(({ path }) => graphOf(path).digest === digest);
  return found === undefined ? pluginAbsent(span, file) : importPlugin(found.path, digest, span);
}
