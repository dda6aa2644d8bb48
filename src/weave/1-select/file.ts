import type { FunctionOption, JoinPoint, JoinPointKind, PointOf } from '../../aspects/ir.ts';
import type { PackageFacts } from '../../lang/names/package-facts.ts';
import type { RawFile } from '../../lang/syntax/raw-file.ts';
import { all, any, exactly, not, possibly, type Reach } from '../../vocabulary/reach.ts';
import { reachOfPackage } from './package.ts';

/** Which nodes of a file can satisfy a point, from the package's facts and the raw text: a name must occur in it. */
export function reachOfFile(point: JoinPoint, facts: PackageFacts, file: RawFile): Reach {
  switch (point.kind) {
    case 'all-of':
      return all(point.points.map((p) => reachOfFile(p, facts, file)));
    case 'one-of':
      return any(point.points.map((p) => reachOfFile(p, facts, file)));
    case 'not':
      return not(reachOfFile(point.point, facts, file));
    case 'function-body':
      return possibly(reachOfFile(point.point, facts, file) !== 'none');
    case 'package-name':
      return file.packageName === undefined ? 'maybe' : exactly(file.packageName === point.name);
    default:
      return hasWords(point, file) ? reachOfPackage(point, facts) : 'none';
  }
}

/** Words without which a file holds no match; none where any file may. Points that are made of others, and packages' own, have none. */
const wordsByPoint: { readonly [K in JoinPointKind]: (point: PointOf<K>) => readonly string[] } = {
  directive: ({ name }) => [`//${name}`],
  'file-has': ({ part }) => [part.name],
  'package-value': ({ name }) => [name],
  'function-call': ({ name }) => [name],
  'method-call': ({ name }) => [name],
  'declaration-of': ({ name }) => [name],
  'struct-definition': ({ type }) => ['struct', type.name],
  'struct-literal': ({ type }) => [type.name],
  function: ({ options }) => options.flatMap(wordsOfOption),
  'value-declaration': noWords,
  'all-of': noWords,
  'one-of': noWords,
  not: noWords,
  'function-body': noWords,
  'import-path': noWords,
  'package-name': noWords,
  'package-filter': noWords,
  'test-main': noWords,
  'module-version': noWords,
  'go-version': noWords,
  'import-glob': noWords,
  command: noWords,
  'test-build': noWords,
  configuration: noWords,
};

type OptionKind = FunctionOption['kind'];
type OptionOf<K extends OptionKind> = Extract<FunctionOption, { kind: K }>;

const wordsByOption: { readonly [K in OptionKind]: (option: OptionOf<K>) => readonly string[] } = {
  name: ({ name }) => [name],
  receiver: ({ type }) => [type.name],
  'receiver-is': ({ text }) => [text.replace('*', '')],
  'name-matches': noWords,
  'receiver-matches': noWords,
  'has-receiver': noWords,
  'has-body': noWords,
  signature: noWords,
  'signature-contains': noWords,
  'has-type': noWords,
  'argument-implements': noWords,
  'result-implements': noWords,
  'final-result-implements': noWords,
};

function noWords(): readonly string[] {
  return [];
}

function wordsOfOption(option: FunctionOption): readonly string[] {
  return (wordsByOption[option.kind] as (option: FunctionOption) => readonly string[])(option);
}

function hasWords(point: JoinPoint, file: RawFile): boolean {
  const words = (wordsByPoint[point.kind] as (point: JoinPoint) => readonly string[])(point);
  return words.every((word) => has(file, word));
}

function has(file: RawFile, word: string): boolean {
  return word === '' || file.bytes.includes(word);
}
