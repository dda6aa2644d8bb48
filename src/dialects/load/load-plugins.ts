import { pathToFileURL } from 'node:url';
import type { Plugin } from '../../plugin/api.ts';
import { pluginLoad } from '../../report/codes/plugin.ts';
import type { Span } from '../../report/diagnostic.ts';
import { pluginOf } from '../plugins/read-plugin.ts';
import { type LoadedAspects, type LoadOptions, loadAspects } from './load.ts';

/**
 * Imports a plug-in's module.
 *
 * @param digest of its files: other files, another module
 * @throws GotsError plugin_load, plugin_shape
 */
export async function importPlugin(path: string, digest: string, span: Span): Promise<Plugin> {
  const url = pathToFileURL(path);
  url.searchParams.set('gots', digest);
  let module: unknown;
  try {
    module = await import(url.href);
  } catch (cause) {
    return pluginLoad(span, cause);
  }
  return pluginOf(module, span);
}

/**
 * As `loadAspects`, with plug-ins: those that are met are imported, and then everything is read again.
 *
 * @throws GotsError aspect_…, plugin_…
 */
export async function loadWithPlugins(options: LoadOptions): Promise<LoadedAspects> {
  const first = loadAspects({ ...options, sink: options.sink && (() => undefined) });
  if (first.plugins.length === 0) return options.sink ? loadAspects(options) : first;
  const modules = new Map<string, Plugin>();
  for (const { path, digest, span } of first.plugins) {
    try {
      modules.set(path, await importPlugin(path, digest, span));
    } catch (error) {
      // Said by the second reading, where problems are collected.
      modules.set(path, failing(error));
    }
  }
  return loadAspects({ ...options, plugin: (path) => modules.get(path) });
}

/** Throws when it is looked at. */
function failing(error: unknown): Plugin {
  return new Proxy({} as Plugin, {
    get: () => {
      throw error;
    },
  });
}
