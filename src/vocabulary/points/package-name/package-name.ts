import { text } from '../../../aspects/shape.ts';
import { syntaxText } from '../../../lang/tree/go-node.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { disjunction, nameIs, nameUnknown } from '../../conditions/condition.ts';
import { anyNode, nameless, noMembers, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';
import { exactly } from '../../reach.ts';
import { filledText } from '../../read-values.ts';
import { notAName } from '../../reasons.ts';

/** The name in the file's package clause, so external tests are `n_test`. */
export interface PackageName {
  readonly kind: 'package-name';
  readonly name: string;
  readonly span: Span;
}

export const packageName: PointKind<PackageName> = {
  words: {
    'package-name': {
      shape: text('a package name'),
      doc: 'Everything in packages of this name.',
      example: 'main',
      read: (entry) => ({ kind: 'package-name', name: filledText(entry), span: entry.span }),
    },
  },
  ...noMembers,
  bounds: ({ name }) => ({ some: disjunction([nameIs(name), nameUnknown]), every: nameIs(name) }),
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: nothing,
  near: nothing,
  reach: ({ name }, { facts, file }) => {
    const found = file === undefined ? facts.name : file.packageName;
    return found === undefined ? 'maybe' : exactly(found === name);
  },
  nodeKinds: anyNode,
  matches: (point, _, { file }) => {
    const clause = file.tree.root.children.find((node) => node.kind === 'package_clause');
    const name = clause?.children[0];
    return name !== undefined && syntaxText(file, name) === point.name;
  },
  explain: {
    package: (_, facts, file) =>
      file === undefined ? `the package is named ${facts.name}` : `the file is of the package ${file.packageName}`,
    node: (_, __, { facts }) => `the package is named ${facts.name ?? 'otherwise'}`,
    members: nothing,
  },
  lint: {
    ...silent,
    aboutPackage: true,
    impossible: ({ name }, negated) => (negated ? undefined : notAName(name, 'a package name')),
    fact: ({ name }, negated) =>
      negated
        ? undefined
        : {
            what: 'package-name',
            value: name,
            clash: (other) => `no package is named both "${other}" and "${name}"`,
          },
  },
  names: nameless,
};
