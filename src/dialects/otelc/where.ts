import { listOf, mapOf, plainBoolean, textsOf, yamlText } from '../../aspects/schema.ts';
import { isNothing, type YamlEntry, type YamlMap, type YamlNode } from '../../aspects/yaml-node.ts';
import type { TypeName } from '../../lang/names/type-name.ts';
import { typeNameAt } from '../../lang/names/type-name.ts';
import { otelcFilter, otelcValue } from '../../report/codes/otelc.ts';
import type { Span } from '../../report/diagnostic.ts';
import type { FunctionOption } from '../../vocabulary/options.ts';
import type { JoinPoint } from '../../vocabulary/points.ts';
import type { Flat } from './flat.ts';

const combinators = ['all-of', 'one-of', 'not'] as const;

/**
 * A node of `where.file`: exactly one predicate, or one combinator with nodes below it.
 *
 * @throws GotsError otelc_filter
 */
export function readFilter(node: YamlNode, path: string): JoinPoint {
  const map = mapOf(node, path);
  // What is given as nothing is not given, but for combinators, which own their node as soon as they are named.
  const given = (name: string): YamlEntry | undefined => {
    const entry = map.entries.find(({ key }) => key === name);
    return entry && !isNothing(entry.value) && textOrMore(entry) ? entry : undefined;
  };
  const named = combinators.flatMap((name) => map.entries.filter(({ key }) => key === name));
  const leaves = ['has_func', 'has_struct', 'has_directive', 'has_package', 'is_test'].flatMap(
    (name) => given(name) ?? [],
  );
  const receiver = given('has_recv');
  const [combinator, ...others] = named;
  if (combinator !== undefined) {
    if (others.length + leaves.length > 0 || receiver)
      otelcFilter(map.span, `${path} has "${combinator.key}" and more beside it`);
    return combined(combinator, path);
  }
  const [leaf, ...more] = leaves;
  if (leaf === undefined)
    return otelcFilter(map.span, `${path} has ${receiver ? 'has_recv without has_func' : 'no predicate'}`);
  if (more.length > 0) return otelcFilter(map.span, `${path} has both ${leaf.key} and ${more[0]?.key}`);
  if (receiver && leaf.key !== 'has_func') return otelcFilter(receiver.span, `${path} has has_recv without has_func`);
  return predicate(leaf, receiver);
}

function textOrMore({ value }: YamlEntry): boolean {
  return value.kind !== 'scalar' || value.text.trim() !== '';
}

function combined(entry: YamlEntry, path: string): JoinPoint {
  const { key, span, value } = entry;
  if (key === 'not') return { kind: 'not', point: readFilter(value, `${path}.not`), span };
  const items = isNothing(value) ? [] : listOf(value, `${path}.${key}`).items;
  const points = items.map((item, i) => readFilter(item, `${path}.${key}[${i}]`));
  if (key === 'one-of') return { kind: 'one-of', points, span };
  return points.length === 0 ? always(span) : { kind: 'all-of', points, span };
}

/** Nothing to ask for is always there; an empty all-of of this representation matches nothing. */
export function always(span: Span): JoinPoint {
  return { kind: 'not', point: { kind: 'one-of', points: [], span }, span };
}

function predicate(leaf: YamlEntry, receiver: YamlEntry | undefined): JoinPoint {
  const { key, span, value } = leaf;
  const name = yamlText(value, `"${key}"`).trim();
  switch (key) {
    case 'has_func': {
      const part = {
        kind: 'function',
        name,
        receiver: receiver ? yamlText(receiver.value, '"has_recv"').trim() : '',
      } as const;
      return { kind: 'file-has', part, span };
    }
    case 'has_struct':
      return { kind: 'file-has', part: { kind: 'struct', name }, span };
    case 'has_directive':
      return { kind: 'file-has', part: { kind: 'directive', name }, span };
    case 'has_package':
      return { kind: 'package-name', name, span };
    default: {
      const wanted = value.kind === 'scalar' ? plainBoolean(value) : undefined;
      if (wanted === undefined) return otelcValue(value.span, { key, text: name, expected: 'true or false' });
      return { kind: 'test-build', value: wanted, span };
    }
  }
}

/** Filters over signatures; all of them have to hold. `signature_contains` asks for any one of its types. */
export function signaturePoints(flat: Flat, fn: (options: readonly FunctionOption[]) => JoinPoint): JoinPoint[] {
  const points: JoinPoint[] = [];
  const signature = flat.given('signature');
  if (signature) points.push(fn([{ kind: 'signature', flat: true, ...types(signature) }]));
  const contains = flat.given('signature_contains');
  if (contains) {
    const { args, returns } = types(contains);
    const any: FunctionOption[] = [
      ...args.map((type): FunctionOption => ({ kind: 'has-type', list: 'argument', type })),
      ...returns.map((type): FunctionOption => ({ kind: 'has-type', list: 'result', type })),
    ];
    points.push({ kind: 'one-of', points: any.map((option) => fn([option])), span: contains.span });
  }
  for (const [key, list] of [
    ['result', 'result'],
    ['last_result', 'final-result'],
    ['param', 'argument'],
  ] as const) {
    const entry = flat.filled(key);
    if (entry) points.push(fn([{ kind: 'has-type', list, type: typeNameAt(entry.value.span, flat.text(key)) }]));
  }
  return points;
}

function types(entry: YamlEntry): { readonly args: readonly TypeName[]; readonly returns: readonly TypeName[] } {
  const map: YamlMap = isNothing(entry.value)
    ? { kind: 'map', span: entry.span, entries: [] }
    : mapOf(entry.value, `"${entry.key}"`);
  const read = (key: string): TypeName[] => {
    const list = map.entries.find((each) => each.key === key);
    return list && !isNothing(list.value) ? textsOf(list).map(({ text, node }) => typeNameAt(node.span, text)) : [];
  };
  return { args: read('args'), returns: read('returns') };
}
