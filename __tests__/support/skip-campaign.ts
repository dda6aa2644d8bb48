import fc, { type Arbitrary } from 'fast-check';
import { importTable } from '../../src/lang/names/imports.ts';
import type { PackageFacts } from '../../src/lang/names/package-facts.ts';
import { topLevelNames } from '../../src/lang/names/scope.ts';
import type { TypeName } from '../../src/lang/names/type-name.ts';
import type { TypeOracle } from '../../src/lang/names/type-oracle.ts';
import { rawFile } from '../../src/lang/syntax/raw-file.ts';
import { type SourceFile, sourceFile } from '../../src/lang/syntax/source.ts';
import { noChanges } from '../../src/lang/tree/changes.ts';
import type { GoNode, Unit } from '../../src/lang/tree/unit.ts';
import { reachOfPart } from '../../src/vocabulary/ask.ts';
import type { Aspect } from '../../src/vocabulary/aspect.ts';
import type { FilePart } from '../../src/vocabulary/inner-point.ts';
import type { JoinPoint } from '../../src/vocabulary/points.ts';
import { matchFile, watchFor } from '../../src/weave/3-match/match-file.ts';
import { testGrammar } from './grammar.ts';
import type { Words } from './random-points.ts';

const grammar = await testGrammar();

/** A file in which points are looked for, and what these may speak of. */
export interface SkipSubject {
  readonly words: Words;
  /** The nodes at which a point matches: in a walk of all, and in one that leaves out what cannot match. */
  readonly matches: (point: JoinPoint) => {
    readonly all: readonly string[];
    readonly walked: readonly string[];
    /** How many functions, and bodies of functions, the second walk left out. */
    readonly left: number;
  };
}

/** Undefined where the text has errors. @param packageName as a build knows it */
export function skipSubject(
  name: string,
  text: Buffer,
  packageName: (path: string) => string | undefined,
): SkipSubject | undefined {
  const source = sourceFile(name, text);
  const tree = grammar.parse(source);
  if (tree.hasErrors) return undefined;
  const unit: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const imports = importTable(tree, packageName);
  const imported = imports.specs.map(({ path }) => path);
  const facts: PackageFacts = { importPath: 'example.com/own', imports: new Set(imported), testMain: false };
  const declared = new Set(topLevelNames(tree));
  const words = wordsOf(source, [...imported, facts.importPath]);
  const file = rawFile(source.bytes);
  return {
    words: words.arbitraries,
    matches: (point) => {
      const oracle = oracleOf(typesIn(point));
      const ctx = { facts, file: unit, imports, packageLevel: () => declared, testBuild: false, oracle };
      let left = 0;
      const found = (mayMatch: (part: FilePart) => boolean): string[] => {
        const nodes: string[] = [];
        const onMatch = ({ kind, syntax }: GoNode): void => void nodes.push(`${kind} ${syntax.start}-${syntax.end}`);
        matchFile(unit, [], { watch: watchFor([{ joinPoint: point } as Aspect]), ctx, mayMatch, onMatch });
        return nodes;
      };
      const all = found(() => true);
      const walked = found((part) => {
        const may = reachOfPart(point, { facts, file, part }) !== 'none';
        if (!may) left++;
        return may;
      });
      return { all, walked, left };
    },
  };
}

/** Identifiers and directives of a text, those of types first, as points name them. */
function wordsOf({ bytes }: SourceFile, paths: readonly string[]): { readonly arbitraries: Words } {
  const text = bytes.toString();
  const unique = (pattern: RegExp): string[] => [...new Set([...text.matchAll(pattern)].map(([, word = '']) => word))];
  const names = unique(/([\p{L}_][\p{L}\p{N}_]*)/gu);
  const directives = unique(/\/\/([\w:]+)/g);
  const types = unique(/[\s*.)\]](\p{Lu}[\p{L}\p{N}_]*|string|error|any|int|bool)\b/gu);
  const path = fc.oneof(fc.constantFrom(...paths), fc.constant(paths.at(-1) as string));
  const word = fc.constantFrom(...names, ...directives);
  const type: Arbitrary<TypeName> = fc.record({
    pointer: fc.boolean(),
    path: fc.option(path, { nil: undefined, freq: 3 }),
    name: fc.oneof(fc.constantFrom('any', 'error', 'string'), fc.constantFrom('any', ...types)),
  });
  const star = fc.constantFrom('', '*');
  const receiver = fc.tuple(star, fc.constantFrom('T', ...types)).map(([pointer, name]) => pointer + name);
  return { arbitraries: { path, word, type, receiver } };
}

/** The types of a point, however deep it has them: the type checker answers with these. */
function typesIn(value: unknown): TypeName[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(typesIn);
  return 'pointer' in value && 'name' in value ? [value as TypeName, ...inner] : inner;
}

/** What types are is drawn by the place, so that a method of any name has any of the receivers somewhere. */
function oracleOf(types: readonly TypeName[]): TypeOracle {
  return {
    typeOf: ({ start }) => {
      const type = types[start % (types.length + 1)];
      return type && { path: type.path ?? '', name: type.name, pointer: start % 2 === 0 };
    },
    implementsInterface: ({ start }) => start % 3 === 0,
    callShape: () => ({ unknown: 'the campaign does not say' }),
    packageOf: () => ({ unknown: 'the campaign does not say' }),
  };
}
