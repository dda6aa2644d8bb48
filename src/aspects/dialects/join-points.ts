import type { TypeName } from '../../lang/names/type-name.ts';
import { printTypeName, typeNameAt } from '../../lang/names/type-name.ts';
import { bracketRange, commaRange, type VersionRange } from '../../lang/versions/version-range.ts';
import {
  aspectBadGlob,
  aspectBadSymbol,
  aspectBadValue,
  aspectFieldWithMatch,
  aspectMissingKey,
  aspectPointerType,
  aspectUnknownPoint,
  badGlob,
} from '../../report/codes/aspect.ts';
import type { Span } from '../../report/diagnostic.ts';
import { attempt, attemptEach } from '../attempt.ts';
import { isMalformedGoGlob } from '../glob.ts';
import type { JoinPoint } from '../ir.ts';
import {
  booleanOf,
  fields,
  filledTextOf,
  listOf,
  pairsOf,
  type ReadContext,
  required,
  singleEntry,
  textOf,
} from '../schema.ts';
import { keysOf } from '../shape.ts';
import { isNothing, type YamlEntry, type YamlNode } from '../yaml.ts';
import { readFunctionOption } from './function-options.ts';
import { fileHas, importGlob, packageValue } from './gots-points.ts';
import {
  type joinPointWords,
  methodCallKeys,
  moduleKeys,
  packageFilterKeys,
  structLiteralKeys,
} from './words-point.ts';

type Reader = (entry: YamlEntry, ctx: ReadContext) => JoinPoint;

type Written = keyof typeof joinPointWords;

const readers: Readonly<Record<Written, Reader>> = {
  'all-of': (entry, ctx) => ({ kind: 'all-of', points: points(entry, ctx), span: entry.span }),
  'one-of': (entry, ctx) => ({ kind: 'one-of', points: points(entry, ctx), span: entry.span }),
  not: (entry, ctx) => ({ kind: 'not', point: readJoinPoint(entry.value, ctx), span: entry.span }),
  'import-path': (entry) => ({ kind: 'import-path', path: text(entry), span: entry.span }),
  'package-name': (entry) => ({ kind: 'package-name', name: text(entry), span: entry.span }),
  'package-filter': packageFilter,
  'import-glob': importGlob,
  command: (entry) => ({ kind: 'command', value: booleanOf(entry.value, '"command"'), span: entry.span }),
  'test-build': (entry) => ({ kind: 'test-build', value: booleanOf(entry.value, '"test-build"'), span: entry.span }),
  'file-has': fileHas,
  'package-value': packageValue,
  'test-main': (entry) => ({ kind: 'test-main', value: booleanOf(entry.value, '"test-main"'), span: entry.span }),
  module: moduleVersion,
  'go-version': (entry) => ({
    kind: 'go-version',
    range: rangeOf(entry, text(entry)),
    span: entry.span,
  }),
  configuration: (entry) => ({
    kind: 'configuration',
    pairs: pairsOf(entry.value, '"configuration"'),
    span: entry.span,
  }),
  directive: (entry) => ({ kind: 'directive', name: text(entry), span: entry.span }),
  function: functionPoint,
  'function-body': (entry, ctx) => ({
    kind: 'function-body',
    point: readJoinPoint(entry.value, ctx),
    span: entry.span,
  }),
  'function-call': functionCall,
  'method-call': methodCall,
  'struct-definition': structDefinition,
  'struct-literal': structLiteral,
  'declaration-of': declarationOf,
  'value-declaration': (entry) => ({ kind: 'value-declaration', type: typeOf(entry), span: entry.span }),
};

/** Every join point of the dialect, as written in YAML. */
export const joinPointNames: readonly string[] = Object.keys(readers);

/**
 * Reads a join point, a mapping of a single key.
 *
 * @throws GotsError aspect_not_single_key, aspect_unknown_point, and what the value can violate
 */
export function readJoinPoint(node: YamlNode, ctx: ReadContext): JoinPoint {
  const entry = singleEntry(node, 'a join point', 'combine several with "all-of" or "one-of"');
  const read = Object.hasOwn(readers, entry.key) ? readers[entry.key as Written] : undefined;
  return read ? read(entry, ctx) : aspectUnknownPoint(entry.span, entry.key, joinPointNames);
}

function points(entry: YamlEntry, ctx: ReadContext): JoinPoint[] {
  if (isNothing(entry.value)) return [];
  return attemptEach(ctx, listOf(entry.value, `"${entry.key}"`).items, (item) => readJoinPoint(item, ctx));
}

function text(entry: YamlEntry): string {
  return filledTextOf(entry, 'the join point');
}

function typeOf(entry: YamlEntry): TypeName {
  return typeNameAt(entry.value.span, textOf(entry.value, `"${entry.key}"`));
}

function functionPoint(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const items = isNothing(entry.value) ? [] : listOf(entry.value, '"function"').items;
  const options = attemptEach(ctx, items, readFunctionOption);
  return { kind: 'function', options, span: entry.span };
}

function packageFilter(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const { span, value } = entry;
  if (value.kind === 'scalar') {
    const pattern = filledTextOf(entry, 'the join point');
    checkGlob(ctx, value.span, pattern);
    return { kind: 'package-filter', root: false, pattern, span };
  }
  const found = fields(ctx, value, { where: '"package-filter"', known: keysOf(packageFilterKeys) });
  const root = found.root ? booleanOf(found.root.value, '"root"') : false;
  const pattern = found.pattern ? textOf(found.pattern.value, '"pattern"') : '';
  if (pattern === '') {
    return root ? { kind: 'package-filter', root, span } : aspectMissingKey(span, 'pattern', '"package-filter"');
  }
  checkGlob(ctx, found.pattern?.value.span ?? span, pattern);
  return { kind: 'package-filter', root, pattern, span };
}

function moduleVersion(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const where = '"module"';
  const found = fields(ctx, entry.value, { where, known: keysOf(moduleKeys) });
  const version = required(found.version, 'version', entry.value, where);
  const path = found.path && filledTextOf(found.path, where);
  const range = rangeOf(version, filledTextOf(version, where));
  return { kind: 'module-version', ...(path === undefined ? {} : { path }), range, span: entry.span };
}

/** Both forms of the tools that have one. */
function rangeOf(entry: YamlEntry, written: string): VersionRange {
  const range = written.startsWith('[') ? bracketRange(written) : commaRange(written);
  if (!('problem' in range)) return range;
  const allowed = 'v1.2.0 (or later), v1.2.0,v1.4.0 or [1.2.0,1.4.0)';
  return aspectBadValue(entry.value.span, `"${entry.key}"`, written, `a range of versions: ${allowed}`);
}

function checkGlob(ctx: ReadContext, span: Span, pattern: string): void {
  if (!isMalformedGoGlob(pattern)) return;
  if (ctx.strict) attempt(ctx, () => aspectBadGlob(span, pattern));
  else ctx.warn(badGlob(span, pattern));
}

const identifier = '[\\p{L}_][\\p{L}_\\p{Nd}]*';
const callee = new RegExp(`^(?:(.+)\\.)?(${identifier})$`, 'u');
const symbol = new RegExp(`^(.+)\\.(${identifier})$`, 'u');

function functionCall(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const written = textOf(entry.value, '"function-call"');
  const [, path, name] = callee.exec(written) ?? [];
  if (name === undefined) {
    return aspectBadSymbol(entry.value.span, '"function-call"', written, 'Name or import/path.Name');
  }
  const common = { name, ...quirksOf(ctx), span: entry.span };
  return path === undefined ? { kind: 'function-call', ...common } : { kind: 'function-call', path, ...common };
}

function quirksOf({ quirks }: ReadContext): Pick<ReadContext, 'quirks'> {
  return quirks ? { quirks } : {};
}

function declarationOf(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const written = textOf(entry.value, '"declaration-of"');
  const [, path, name] = symbol.exec(written) ?? [];
  if (path === undefined || name === undefined) {
    return aspectBadSymbol(entry.value.span, '"declaration-of"', written, 'import/path.Name');
  }
  return { kind: 'declaration-of', path, name, ...quirksOf(ctx), span: entry.span };
}

const matches = ['any', 'pointer-only', 'value-only'] as const;
type Match = (typeof matches)[number];

function matchOf(entry: YamlEntry | undefined, where: string): Match {
  if (!entry) return 'any';
  const written = textOf(entry.value, `"match" of ${where}`);
  const match = matches.find((known) => known === written);
  return match ?? aspectBadValue(entry.value.span, `"match" of ${where}`, written, `one of ${matches.join(', ')}`);
}

function methodCall(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const where = '"method-call"';
  const found = fields(ctx, entry.value, { where, known: keysOf(methodCallKeys) });
  const receiver = required(found.receiver, 'receiver', entry.value, where);
  const type = typeNameAt(receiver.value.span, filledTextOf(receiver, where));
  if (type.pointer) {
    const hint = 'remove the *, and write "match: pointer-only" if values must not match';
    aspectPointerType(receiver.value.span, '"receiver" of "method-call"', printTypeName(type), hint);
  }
  return {
    kind: 'method-call',
    receiver: type,
    name: filledTextOf(required(found.name, 'name', entry.value, where), where),
    match: matchOf(found.match, where),
    ...quirksOf(ctx),
    span: entry.span,
  };
}

function structDefinition(entry: YamlEntry): JoinPoint {
  const type = typeOf(entry);
  if (type.pointer) {
    aspectPointerType(entry.value.span, '"struct-definition"', printTypeName(type), 'remove the *');
  }
  return { kind: 'struct-definition', type, span: entry.span };
}

function structLiteral(entry: YamlEntry, ctx: ReadContext): JoinPoint {
  const where = '"struct-literal"';
  const found = fields(ctx, entry.value, { where, known: keysOf(structLiteralKeys) });
  const type = typeOf(required(found.type, 'type', entry.value, where));
  const match = matchOf(found.match, where);
  const field = found.field ? textOf(found.field.value, '"field"') : '';
  const common = { type, ...quirksOf(ctx), span: entry.span };
  if (field === '') return { kind: 'struct-literal', match, ...common };
  if (match !== 'any') aspectFieldWithMatch(found.match?.value.span ?? entry.span, match);
  return { kind: 'struct-literal', field, ...common };
}
