import { attempt, type Problems } from '../../aspects/attempt.ts';
import { booleanOf, fields, listOf, pairsOf, textsOf, yamlText } from '../../aspects/schema.ts';
import { readYaml } from '../../aspects/yaml.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../../aspects/yaml-node.ts';
import { aspectBadValue, aspectMissingKey } from '../../report/codes/aspect.ts';
import type { Span } from '../../report/diagnostic.ts';

/** One package before and after weaving. */
export interface Case {
  readonly name: string;
  readonly span: Span;
  readonly weaves: boolean;
  readonly importPath: string;
  readonly rootModule: string;
  readonly module?: { readonly path: string; readonly version: string } | undefined;
  readonly goVersion?: string | undefined;
  readonly testMain: boolean;
  /** Name → text. */
  readonly input: Readonly<Record<string, string>>;
  /** Name → text; files that are not named are not compared. */
  readonly expected: Readonly<Record<string, string>>;
  /** Pieces of Go that the woven files must hold between them. */
  readonly contains: readonly string[];
  /** Packages that weaving must bring in, by import or by link. */
  readonly imports: readonly string[];
  readonly links: readonly string[];
  /** Ids of aspects that must have matched. */
  readonly aspects: readonly string[];
}

const common = ['name', 'package', 'root-module', 'module', 'go-version', 'test-main', 'input', 'files'] as const;
const ofWoven = [...common, 'expected', 'contains', 'imports', 'links', 'aspects'] as const;

/**
 * Reads a `cases.yml`.
 *
 * @throws GotsError aspect_… where problems are not collected
 */
export function readCases(file: { display: string; bytes: Buffer }, problems: Problems): readonly Case[] {
  const root = attempt(problems, () => readYaml(file.bytes, file.display, problems));
  if (root === undefined || isNothing(root)) return [];
  const ctx = { ...problems, strict: true, warn: () => undefined };
  const found = attempt(problems, () => fields(ctx, root, { where: 'the file', known: ['weaves', 'leaves'] }));
  const list = (entry: YamlEntry | undefined, weaves: boolean): Case[] => {
    const items = entry && attempt(problems, () => listOf(entry.value, `"${entry.key}"`).items);
    return (items ?? [])
      .map((item) => attempt(problems, () => readCase(item, weaves, problems)))
      .filter((each) => each !== undefined);
  };
  return [...list(found?.weaves, true), ...list(found?.leaves, false)];
}

function readCase(node: YamlNode, weaves: boolean, problems: Problems): Case {
  const where = 'a case';
  const known: readonly (typeof ofWoven)[number][] = weaves ? ofWoven : common;
  const found = fields({ ...problems, strict: true, warn: () => undefined }, node, { where, known });
  const text = (entry: YamlEntry | undefined): string | undefined => entry && yamlText(entry.value, `"${entry.key}"`);
  const texts = (entry: YamlEntry | undefined): string[] => textsOf(entry).map((item) => item.text);
  const name = text(found.name);
  if (name === undefined || name === '') return aspectMissingKey(node.span, 'name', where);
  const input = filesOf(found.input, 'input.go') ?? filesOf(found.files, 'input.go');
  if (input === undefined) return aspectMissingKey(node.span, 'input', where);
  const expected = filesOf(found.expected, 'input.go') ?? {};
  for (const file of Object.keys(expected)) {
    if (!Object.hasOwn(input, file))
      aspectBadValue(found.expected?.span ?? node.span, '"expected"', file, 'a file of the input');
  }
  return {
    name,
    span: node.span,
    weaves,
    importPath: text(found.package) ?? 'example.com/app',
    rootModule: text(found['root-module']) ?? 'example.com/app',
    module: found.module && moduleOf(found.module),
    goVersion: text(found['go-version']),
    testMain: found['test-main'] ? booleanOf(found['test-main'].value, '"test-main"') : false,
    input,
    expected,
    contains: texts(found.contains),
    imports: texts(found.imports),
    links: texts(found.links),
    aspects: texts(found.aspects),
  };
}

/** One text, or a mapping from file names to texts. */
function filesOf(entry: YamlEntry | undefined, name: string): Readonly<Record<string, string>> | undefined {
  if (entry === undefined) return undefined;
  return entry.value.kind === 'map'
    ? pairsOf(entry.value, `"${entry.key}"`)
    : { [name]: yamlText(entry.value, `"${entry.key}"`) };
}

/** `path@version`, or a path alone for a module in a folder. */
function moduleOf(entry: YamlEntry): { path: string; version: string } {
  const [path = '', version = ''] = yamlText(entry.value, '"module"').split('@');
  if (path === '') aspectBadValue(entry.value.span, '"module"', path, 'path@version');
  return { path, version };
}
