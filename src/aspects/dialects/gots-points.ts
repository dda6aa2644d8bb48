import { doublestar } from '../../lang/patterns/doublestar.ts';
import { aspectBadValue, aspectNotSingleKey } from '../../report/codes/aspect.ts';
import type { FilePart, JoinPoint } from '../ir.ts';
import { fields, filledTextOf, mapOf, type ReadContext, required, textOf } from '../schema.ts';
import { keysOf } from '../shape.ts';
import type { YamlEntry } from '../yaml.ts';
import { fileHasKeys, packageValueKeys } from './words-point.ts';

/** Join points that Orchestrion has no word for. */

export function importGlob(entry: YamlEntry): JoinPoint {
  const pattern = filledTextOf(entry, 'the join point');
  try {
    doublestar(pattern);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    aspectBadValue(entry.value.span, '"import-glob"', pattern, `a pattern: ${error.message}`);
  }
  return { kind: 'import-glob', pattern, span: entry.span };
}

/** Exactly one of the three parts, the receiver beside a function. */
export function fileHas(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const where = '"file-has"';
  const found = fields(ctx, entry.value, { where, known: keysOf(fileHasKeys) });
  const parts: FilePart[] = [];
  const name = (part: YamlEntry): string => filledTextOf(part, where);
  if (found.function) {
    const receiver = found.receiver ? textOf(found.receiver.value, '"receiver"') : '';
    parts.push({ kind: 'function', name: name(found.function), receiver });
  }
  if (found.struct) parts.push({ kind: 'struct', name: name(found.struct) });
  if (found.directive) parts.push({ kind: 'directive', name: name(found.directive) });
  const [part] = parts;
  if (part === undefined || parts.length > 1) {
    const keys = mapOf(entry.value, where).entries.map(({ key }) => key);
    return aspectNotSingleKey(
      entry.span,
      where,
      keys,
      'name one function, struct or directive; several files are matched with one-of',
    );
  }
  return { kind: 'file-has', part, span: entry.span };
}

export function packageValue(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const { span, value } = entry;
  if (value.kind === 'scalar') return { kind: 'package-value', name: filledTextOf(entry, 'the join point'), span };
  const where = '"package-value"';
  const found = fields(ctx, value, { where, known: keysOf(packageValueKeys) });
  const name = filledTextOf(required(found.name, 'name', value, where), where);
  if (!found.keyword) return { kind: 'package-value', name, span };
  const keyword = textOf(found.keyword.value, '"keyword"');
  if (keyword === 'var' || keyword === 'const') return { kind: 'package-value', name, keyword, span };
  return aspectBadValue(found.keyword.value.span, '"keyword"', keyword, 'var or const');
}
