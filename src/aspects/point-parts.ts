import type { TypeName } from '../lang/names/type-name.ts';
import type { FunctionOption, JoinPoint, JoinPointKind, PointOf } from './ir.ts';

/** What a join point may ask of a build that no action id covers. */
export type BuildQuestion = 'module-version' | 'go-version' | 'root-module';

/** What a join point is made of, as far as anything outside of it counts. */
export interface PointParts {
  readonly points: readonly JoinPoint[];
  readonly asks: readonly BuildQuestion[];
  /** Interfaces that types are compared with: their declarations decide, wherever they are. */
  readonly interfaces: readonly TypeName[];
}

const none: PointParts = { points: [], asks: [], interfaces: [] };

/** A record, not a switch: a new kind of join point does not compile until it says here what it is made of. */
const partsByKind: { readonly [K in JoinPointKind]: (point: PointOf<K>) => PointParts } = {
  'all-of': ({ points }) => ({ ...none, points }),
  'one-of': ({ points }) => ({ ...none, points }),
  not: ({ point }) => ({ ...none, points: [point] }),
  'function-body': ({ point }) => ({ ...none, points: [point] }),
  function: ({ options }) => ({ ...none, interfaces: options.flatMap(interfacesOfOption) }),
  'module-version': () => ({ ...none, asks: ['module-version'] }),
  'go-version': () => ({ ...none, asks: ['go-version'] }),
  'package-filter': ({ root }) => ({ ...none, asks: root ? ['root-module'] : [] }),
  'import-path': () => none,
  'package-name': () => none,
  'test-main': () => none,
  'import-glob': () => none,
  command: () => none,
  'test-build': () => none,
  'file-has': () => none,
  'package-value': () => none,
  configuration: () => none,
  directive: () => none,
  'function-call': () => none,
  'method-call': () => none,
  'struct-definition': () => none,
  'struct-literal': () => none,
  'declaration-of': () => none,
  'value-declaration': () => none,
};

type OptionKind = FunctionOption['kind'];
type OptionOf<K extends OptionKind> = Extract<FunctionOption, { kind: K }>;

const interfacesByOption: { readonly [K in OptionKind]: (option: OptionOf<K>) => readonly TypeName[] } = {
  name: () => [],
  'name-matches': () => [],
  'receiver-matches': () => [],
  'receiver-is': () => [],
  receiver: () => [],
  'has-receiver': () => [],
  'has-body': () => [],
  signature: () => [],
  'signature-contains': () => [],
  'has-type': () => [],
  'argument-implements': ({ type }) => [type],
  'result-implements': ({ type }) => [type],
  'final-result-implements': ({ type }) => [type],
};

/** The parts of a join point, without those of the points in it. */
export function pointParts(point: JoinPoint): PointParts {
  return (partsByKind[point.kind] as (point: JoinPoint) => PointParts)(point);
}

/** A join point and all points in it. */
export function withPointsIn(point: JoinPoint): readonly JoinPoint[] {
  return [point, ...pointParts(point).points.flatMap(withPointsIn)];
}

/** What of a build decides whether a join point matches, besides the packages themselves; sorted. */
export function questionsOf(point: JoinPoint): readonly BuildQuestion[] {
  return [...new Set(withPointsIn(point).flatMap((each) => pointParts(each).asks))].sort();
}

function interfacesOfOption(option: FunctionOption): readonly TypeName[] {
  return (interfacesByOption[option.kind] as (option: FunctionOption) => readonly TypeName[])(option);
}
