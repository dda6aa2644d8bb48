import { dirname, isAbsolute, join } from 'node:path';
import { type JsonNode, readJson } from '../../aspects/json.ts';
import type { FileView } from '../../base/file-view.ts';
import { configRuleMissing, configUnknownDisabled, noCheckout } from '../../report/codes/loongsuite.ts';
import type { ModuleConfiguration } from '../contract.ts';
import { ruleConfigFile, variables } from './facts.ts';

type Key = keyof typeof variables;

/**
 * The rules that the loongsuite tool would use here: its own, and those named in `.otel-build/conf.json` or in variables, which win.
 * Its own lie in a checkout, the `pkg` folder of which PkgPath names or go.mod replaces a module by.
 *
 * @returns undefined where nothing says that the tool is used
 * @throws GotsError rule_no_checkout, rule_file_missing, rule_json
 */
export function ruleConfig(root: string, reader: FileView, env: NodeJS.ProcessEnv): ModuleConfiguration | undefined {
  const file = join(root, ruleConfigFile);
  const bytes = reader.read(file);
  if (bytes === undefined && !env[variables.RuleJsonFiles]) return undefined;
  const stored = bytes === undefined ? undefined : readJson(bytes, ruleConfigFile);
  const get = (key: Key): string => env[variables[key]] || textIn(stored, key);
  const list = (key: Key): string[] =>
    get(key)
      .split(',')
      .map((text) => text.trim())
      .filter((text) => text !== '');
  const absolute = (path: string) => (isAbsolute(path) ? path : join(root, path));
  const custom = list('RuleJsonFiles').map(absolute);
  for (const path of custom) if (reader.read(path) === undefined) configRuleMissing(path);
  const hasRules = (folder: string): boolean => reader.read(baseRules(folder)) !== undefined;
  const pkg = get('PkgPath') === '' ? replacedPkg(root, reader) : pkgIn(absolute(get('PkgPath')), hasRules);
  const folder = pkg === undefined ? undefined : dirname(baseRules(pkg));
  if (pkg === undefined || folder === undefined || reader.read(baseRules(pkg)) === undefined)
    return noCheckout(ruleConfigFile, folder);
  const names = reader
    .list(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const disabled = list('DisableRules');
  const isKept = (name: string) => name === 'base.json' || !(disabled.includes('all') || disabled.includes(name));
  const unknown = disabled.filter((name) => name !== 'all' && !names.includes(name));
  const own = names.filter(isKept).map((name) => join(folder, name));
  // The last of all rules is applied first.
  return {
    entries: [...own, ...custom].reverse(),
    inputs: [file, folder],
    warnings: unknown.map((name) => configUnknownDisabled(name, names)),
  };
}

function textIn(node: JsonNode | undefined, key: Key): string {
  const entries = node?.kind === 'object' ? node.entries : [];
  const value = entries.findLast((entry) => entry.key.toLowerCase() === key.toLowerCase())?.value;
  return value?.kind === 'string' ? value.text : '';
}

/** Of the folders by which go.mod replaces modules, the one that is the `pkg` of a checkout, whatever its module is called. */
function replacedPkg(root: string, reader: FileView): string | undefined {
  const text = reader.read(join(root, 'go.mod'))?.toString('utf8') ?? '';
  const targets = [...text.matchAll(/^\s*(?:replace\s+)?\S+(?:\s+v\S+)?\s+=>\s+"?([./][^\s"]*)/gm)];
  return targets
    .map(([, target = '']) => (isAbsolute(target) ? target : join(root, target)))
    .find((target) => reader.read(baseRules(target)) !== undefined);
}

/**
 * The folder `pkg` that PkgPath stands for. The tool takes it for the folder above; that of a checkout may be named itself.
 *
 * @param isPkg whether a folder is one
 */
export function pkgIn(pkgPath: string, isPkg: (folder: string) => boolean): string {
  const below = join(pkgPath, 'pkg');
  return pkgPath !== '' && isPkg(below) ? below : pkgPath;
}

/** The rules that every build gets, seen from the folder `pkg` of a checkout. */
export function baseRules(pkg: string): string {
  return join(dirname(pkg), 'tool', 'data', 'rules', 'base.json');
}
