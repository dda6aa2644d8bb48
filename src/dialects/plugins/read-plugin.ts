import type { ReadContext } from '../../aspects/schema.ts';
import type { YamlNode } from '../../aspects/yaml-node.ts';
import type { Plugin } from '../../plugin/api.ts';
import { pluginShape } from '../../report/codes/plugin.ts';
import type { Span } from '../../report/diagnostic.ts';
import type { PluginAdvice } from '../../vocabulary/advice/plugin/plugin-advice.ts';
import { readJoinPoint } from '../../vocabulary/ask.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';

const parts = ['rewrite', 'extraFiles', 'replaceSource'] as const;
const keys: readonly string[] = ['id', 'select', 'packages', ...parts];

/**
 * The plug-in that a module exports, looked at closely: it is JavaScript, so its types say nothing.
 *
 * @throws GotsError plugin_shape
 */
export function pluginOf(module: unknown, span: Span): Plugin {
  const plugin = isRecord(module) ? module['plugin'] : undefined;
  if (!isRecord(plugin)) return pluginShape(span, 'it does not export an object named "plugin"');
  const unknown = Object.keys(plugin).find((key) => !keys.includes(key));
  if (unknown !== undefined) return pluginShape(span, `unknown key "${unknown}"; known are ${keys.join(', ')}`);
  if (typeof plugin['id'] !== 'string' || plugin['id'] === '') return pluginShape(span, '"id" must be a text');
  if (!isRecord(plugin['select'])) return pluginShape(span, '"select" must be a join point, as in gots.yml');
  const packages = plugin['packages'];
  if (packages !== undefined && !(Array.isArray(packages) && packages.every((path) => typeof path === 'string'))) {
    return pluginShape(span, '"packages" must be a list of import paths');
  }
  for (const part of parts) {
    const value = plugin[part];
    if (value !== undefined && typeof value !== 'function') return pluginShape(span, `"${part}" must be a function`);
  }
  if (parts.every((part) => plugin[part] === undefined)) return pluginShape(span, `it has none of ${parts.join(', ')}`);
  return plugin as unknown as Plugin;
}

/**
 * A plug-in as aspects: one for what it does to nodes, one for what it does to packages.
 *
 * @throws GotsError plugin_shape and those of join points
 */
export function aspectsOf(plugin: Plugin, at: { span: Span; digest: string }, ctx: ReadContext): Aspect[] {
  const { span, digest } = at;
  const joinPoint = readJoinPoint(yamlOf(plugin.select, span), { ...ctx, strict: true });
  const aspect = (part: PluginAdvice['part']): Aspect => ({
    id: plugin.id,
    dialect: 'gots',
    span,
    tracerInternal: false,
    reach: 'everything',
    joinPoint,
    advice: [{ kind: 'plugin', part, id: plugin.id, file: span.file, digest, packages: plugin.packages ?? [], span }],
  });
  const ofPackages = plugin.extraFiles !== undefined || plugin.replaceSource !== undefined;
  return [...(ofPackages ? [aspect('files')] : []), ...(plugin.rewrite === undefined ? [] : [aspect('rewrite')])];
}

/** The value as the readers of gots.yml want it; every part of it stands where the plug-in does. */
function yamlOf(value: unknown, span: Span): YamlNode {
  if (Array.isArray(value)) return { kind: 'list', span, items: value.map((item) => yamlOf(item, span)) };
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, item]) => ({ key, span, value: yamlOf(item, span) }));
    return { kind: 'map', span, entries };
  }
  if (typeof value !== 'string' && typeof value !== 'boolean' && typeof value !== 'number') {
    return pluginShape(span, `"select" holds ${typeof value === 'object' ? 'null' : `a ${typeof value}`}`);
  }
  return { kind: 'scalar', span, text: String(value), plain: typeof value !== 'string', lines: () => [span] };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
