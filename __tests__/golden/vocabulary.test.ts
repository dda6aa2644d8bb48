import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { importTable } from '../../src/lang/names/imports.ts';
import type { PackageFacts } from '../../src/lang/names/package-facts.ts';
import { topLevelNames } from '../../src/lang/names/scope.ts';
import { parseTypeName } from '../../src/lang/names/type-name.ts';
import type { SourcePlace, TypeOracle } from '../../src/lang/names/type-oracle.ts';
import { rawFile } from '../../src/lang/syntax/raw-file.ts';
import { sourceFile } from '../../src/lang/syntax/source.ts';
import { noChanges } from '../../src/lang/tree/changes.ts';
import { textOf } from '../../src/lang/tree/go-node.ts';
import type { GoNode, Unit } from '../../src/lang/tree/unit.ts';
import {
  impliedImports,
  kindOfPoint,
  kindsOf,
  matches,
  mentions,
  namedValues,
  questionsOf,
  reachOfFile,
  reachOfPackage,
  reachOfPart,
  textsIn,
  withPointsIn,
} from '../../src/vocabulary/ask.ts';
import type { Aspect } from '../../src/vocabulary/aspect.ts';
import { decisive } from '../../src/vocabulary/explanation.ts';
import type { FilePart } from '../../src/vocabulary/inner-point.ts';
import { optionKinds } from '../../src/vocabulary/options.ts';
import { type JoinPoint, pointKinds } from '../../src/vocabulary/points.ts';
import { matchFile, watchFor } from '../../src/weave/3-match/match-file.ts';
import { explainNode } from '../../src/weave/explain/explain-node.ts';
import { explainPackage } from '../../src/weave/explain/explain-package.ts';
import { testGrammar } from '../support/grammar.ts';
import { aspectsOf, marking } from '../support/weave.ts';

/**
 * `case.yml` beside each kind of join point and option says what is known of it for one file of Go: `where` is the join point
 * as gots.yml writes it (`point` as plans hold it, for kinds without a key), `input` the file, of the package
 * example.com/demo; `facts`, `types` (of expressions, by their text) and `implements` (texts of types) change what is known
 * of it. UPDATE=1 writes what is `expected`: read it before you commit it.
 */
interface Case {
  readonly where?: string;
  readonly point?: JoinPoint;
  readonly input: string;
  readonly facts?: Partial<PackageFacts>;
  readonly types?: Readonly<Record<string, string>>;
  readonly implements?: readonly string[];
  readonly expected?: unknown;
}

const folder = fileURLToPath(new URL('../../src/vocabulary', import.meta.url));
const update = process.env['UPDATE'] === '1';
const grammar = await testGrammar();
const span = { file: 'aspects.yml', line: 1, column: 1 };

/** The folder of a kind: its key in YAML, its own name where it has none or several. */
function folderOf(kind: string, words: object): string {
  const keys = Object.keys(words);
  return keys.length === 1 ? (keys[0] as string) : kind;
}

const kinds = [
  ...Object.entries(pointKinds).map(([kind, { words }]) => ({ kind, path: join('points', folderOf(kind, words)) })),
  ...Object.entries(optionKinds).map(([kind, { words }]) => ({ kind, path: join('options', folderOf(kind, words)) })),
];

test('each folder holds one kind, and no key is written twice', () => {
  const folders = ['points', 'options'].flatMap((room) =>
    readdirSync(join(folder, room), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(room, name)),
  );
  expect(folders.sort()).toEqual(kinds.map(({ path }) => path).sort());
  for (const { path } of kinds) {
    expect(readdirSync(join(folder, path))).toEqual(expect.arrayContaining([`${basename(path)}.ts`, 'case.yml']));
  }
  for (const all of [pointKinds, optionKinds]) {
    const keys = Object.values(all).flatMap(({ words }) => Object.keys(words));
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test.each(kinds)('$path', ({ kind, path }) => {
  const file = join(folder, path, 'case.yml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  const written = document.toJS() as Case;
  const point = pointOf(written);
  const used = withPointsIn(point).flatMap((each) => [
    each.kind,
    ...(each.kind === 'function' ? each.options.map((option) => option.kind) : []),
  ]);
  expect(used).toContain(kind);
  const found = known(point, written);
  if (update) {
    document.set('expected', found);
    writeFileSync(file, document.toString({ lineWidth: 0 }));
    return;
  }
  expect(found).toEqual(written.expected);
});

function pointOf({ where, point }: Case): JoinPoint {
  if (where === undefined) return { ...(point as JoinPoint), span };
  return (aspectsOf(marking(where))[0] as Aspect).joinPoint;
}

function known(point: JoinPoint, written: Case): unknown {
  const source = sourceFile('demo.go', Buffer.from(written.input));
  const tree = grammar.parse(source);
  expect(tree.hasErrors).toBe(false);
  const unit: Unit = { tree, rendered: undefined, changes: noChanges(), nodes: new Map() };
  const imports = importTable(tree, () => undefined);
  const facts: PackageFacts = {
    importPath: 'example.com/demo',
    imports: new Set(imports.specs.map(({ path }) => path)),
    testMain: false,
    ...written.facts,
  };
  const packageLevel = (): ReadonlySet<string> => new Set(topLevelNames(tree));
  const ctx = { facts, file: unit, imports, packageLevel, testBuild: false, oracle: oracleOf(written, source.bytes) };
  const all = nodesOf(unit);
  const matched = all.filter((node) => matches(point, node, ctx));
  const file = rawFile(source.bytes);
  const found = (mayMatch: (part: FilePart) => boolean): GoNode[] => {
    const nodes: GoNode[] = [];
    const watch = watchFor([{ joinPoint: point } as Aspect]);
    matchFile(unit, [], { watch, ctx, mayMatch, onMatch: (node) => nodes.push(node) });
    return nodes;
  };
  // What is left out of a walk holds no match.
  expect(found((part) => reachOfPart(point, { facts, file, part }) !== 'none')).toEqual(found(() => true));
  const kinds = kindsOf(point);
  const asked = all.filter(({ kind }) => (kinds === 'any' ? kind === 'File' : kinds.includes(kind)));
  const others = asked.filter((node) => !matched.includes(node));
  const elsewhere: PackageFacts = { importPath: 'example.com/elsewhere', imports: new Set(), testMain: true };
  return {
    kinds,
    matches: matched.length > 12 ? `${matched.length} of ${all.length} nodes` : matched.map(shown),
    misses: others.map((node) => sentence([shown(node), decisive(explainNode(point, node, ctx)).reason])),
    reach: [reachOfPackage(point, facts), reachOfFile(point, facts, file)].join(', '),
    elsewhere: sentence([reachOfPackage(point, elsewhere), decisive(explainPackage(point, elsewhere)).reason]),
    texts: textsIn(point),
    implied: impliedImports(point),
    asks: questionsOf(point),
    interfaces: withPointsIn(point).flatMap((each) =>
      kindOfPoint(each)
        .interfaces(each)
        .map((type) => type.name),
    ),
    mentions: mentions(point).map(({ path, symbol }) => [path, symbol?.what, symbol?.name].filter(Boolean).join(' ')),
    home: kindOfPoint(point).lint.home(point) ?? '',
    values: namedValues(point) ?? [],
  };
}

function sentence(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' – ');
}

/** Every node of the file, as the walk of weaving offers them. */
function nodesOf(unit: Unit): GoNode[] {
  const everything: JoinPoint = { kind: 'not', point: { kind: 'one-of', points: [], span }, span };
  const aspect = { joinPoint: everything } as Aspect;
  const found: GoNode[] = [];
  const packageLevel = (): ReadonlySet<string> => new Set();
  const facts = { importPath: '', imports: new Set<string>(), testMain: false };
  const imports = importTable(unit.tree, () => undefined);
  const ctx = { facts, file: unit, imports, packageLevel, testBuild: false, oracle: undefined };
  matchFile(unit, [], { watch: watchFor([aspect]), ctx, mayMatch: () => true, onMatch: (node) => found.push(node) });
  return found;
}

function shown(node: GoNode): string {
  const { text } = node.unit.tree.source;
  const line = text.slice(0, node.syntax.start).split('\n').length;
  return `${line} ${node.kind} ${(textOf(node).split('\n')[0] as string).slice(0, 60)}`;
}

function oracleOf({ types = {}, implements: known = [] }: Case, bytes: Buffer): TypeOracle {
  const at = ({ start, end }: SourcePlace): string => bytes.toString('utf8', start, end);
  return {
    typeOf: (place) => {
      const type = types[at(place)] === undefined ? undefined : parseTypeName(types[at(place)] as string);
      return type && { path: type.path ?? '', name: type.name, pointer: type.pointer };
    },
    implementsInterface: (place) => known.includes(at(place)),
    callShape: () => ({ unknown: 'the case does not say' }),
    packageOf: () => ({ unknown: 'the case does not say' }),
  };
}
