import { attempt, attemptEach } from '../../aspects/attempt.ts';
import { mapOf, pairsOf, type ReadContext } from '../../aspects/schema.ts';
import { readYaml } from '../../aspects/yaml.ts';
import { isNothing } from '../../aspects/yaml-node.ts';
import { doublestar } from '../../lang/patterns/doublestar.ts';
import { commaRange } from '../../lang/versions/version-range.ts';
import { unknownKey } from '../../report/codes/aspect.ts';
import { otelcMissing, otelcUnsupported, otelcValue } from '../../report/codes/otelc.ts';
import type { Advice } from '../../vocabulary/advice.ts';
import type { Aspect } from '../../vocabulary/aspect.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import type { AspectFile, TextFile } from '../contract.ts';
import { type Flat, flatten, ruleKeys } from './flat.ts';
import { type RuleKind, ruleKinds } from './rule-kinds.ts';
import { readFilter } from './where.ts';

/**
 * Translates a rule file of otelc, a mapping from names to rules. Its rules are in the order in which otelc applies them: by
 * kind, those for exact packages before those with patterns, by name.
 *
 * @throws GotsError otelc_… and aspect_…, each with its span
 */
export function readOtelc(file: TextFile, ctx: ReadContext): AspectFile {
  const root = readYaml(file.bytes, file.display);
  const entries = root === undefined || isNothing(root) ? [] : mapOf(root, 'a rule file').entries;
  const byName = [...entries].sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  const flats = byName.flatMap((entry) => attempt(ctx, () => flatten(entry)) ?? []);
  const rules = attemptEach(ctx, flats, (flat) => readRule(flat, ctx));
  const aspects = rules
    .sort((a, b) => a.rank - b.rank || Number(a.isGlob) - Number(b.isGlob))
    .map(({ aspect }) => aspect);
  return { aspects, extends: [], disable: [] };
}

/** Whether a file of any name holds rules of otelc: a mapping whose values are mappings with a target. */
export function looksLikeOtelc({ display, bytes }: TextFile): boolean {
  const root = readYaml(bytes, display);
  if (root?.kind !== 'map' || root.entries.length === 0) return false;
  return root.entries.every(({ value }) => value.kind === 'map' && value.entries.some(({ key }) => key === 'target'));
}

interface Rule {
  readonly aspect: Aspect;
  readonly rank: number;
  readonly isGlob: boolean;
}

function readRule(flat: Flat, ctx: ReadContext): Rule {
  for (const { key, span } of flat.entries) {
    if (!ruleKeys.includes(key)) ctx.warn(unknownKey(span, { key, where: `the rule "${flat.id}"`, known: ruleKeys }));
  }
  const target = targetPoint(flat);
  const rank = ruleKinds.findIndex(({ key }) => flat.given(key) !== undefined);
  const kind: RuleKind | undefined = ruleKinds[rank];
  if (kind === undefined) {
    return otelcMissing(flat.span, 'every', `one of ${ruleKinds.map(({ key }) => `"${key}"`).join(', ')}`);
  }
  const points: JoinPoint[] = [target, ...versionPoints(flat)];
  const filter = filterOf(flat);
  if (filter && kind.key !== 'file') points.push(filter);
  const { point, advice } = kind.read(flat, ctx);
  points.push(...point);
  const aspect: Aspect = {
    id: flat.id,
    dialect: 'otelc',
    span: flat.span,
    tracerInternal: true,
    reach: 'user',
    joinPoint: { kind: 'all-of', points, span: flat.span },
    advice: [...advice, ...blankImports(flat)],
  };
  return { aspect, rank, isGlob: target.kind === 'import-glob' };
}

function targetPoint(flat: Flat): JoinPoint {
  const entry = flat.filled('target') ?? otelcMissing(flat.span, 'every', '"target"');
  const { span } = entry;
  const text = flat.text('target');
  if (text === '$root') return { kind: 'package-filter', root: true, span };
  if (text.toLowerCase().includes('$root'))
    otelcValue(entry.value.span, { key: 'target', text, expected: 'exactly $root' });
  if (text === 'main') return { kind: 'command', value: true, span };
  if (!/[*?[{]/.test(text)) return { kind: 'import-path', path: text, span };
  try {
    doublestar(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    otelcValue(entry.value.span, { key: 'target', text, expected: 'a valid pattern' });
  }
  return { kind: 'import-glob', pattern: text, span };
}

function versionPoints(flat: Flat): JoinPoint[] {
  const entry = flat.filled('version');
  if (entry === undefined) return [];
  const range = commaRange(flat.text('version'));
  if ('problem' in range) {
    const expected = `a version, or two with a comma between them: ${range.problem}`;
    return otelcValue(entry.value.span, { key: 'version', text: flat.text('version'), expected });
  }
  return [{ kind: 'module-version', range, span: entry.span }];
}

function filterOf(flat: Flat): JoinPoint | undefined {
  for (const key of ['all-of', 'one-of', 'not']) {
    const entry = flat.given(`where.${key}`);
    const isEmpty = entry?.value.kind === 'list' && entry.value.items.length === 0;
    if (entry && !isNothing(entry.value) && !isEmpty) otelcUnsupported(entry.span, `"${key}" directly in "where"`);
  }
  const file = flat.given('where.file');
  return file && readFilter(file.value, 'where.file');
}

/** Imports with names go into the templates; blank ones are there for what importing the package does. */
function blankImports(flat: Flat): Advice[] {
  const entry = flat.filled('imports');
  if (entry === undefined) return [];
  const pairs = pairsOf(entry.value, '"imports"');
  if (pairs['.'] !== undefined) otelcUnsupported(entry.span, 'a dot import');
  return pairs['_'] === undefined ? [] : [{ kind: 'add-blank-import', path: pairs['_'], span: entry.span }];
}
