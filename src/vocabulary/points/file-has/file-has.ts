import { fields, filledTextOf, mapOf, type ReadContext, yamlText } from '../../../aspects/schema.ts';
import { keysOf, map, text } from '../../../aspects/shape.ts';
import type { YamlEntry } from '../../../aspects/yaml-node.ts';
import { specsOf } from '../../../lang/names/scope.ts';
import { isDirective } from '../../../lang/tree/comments.ts';
import { functionName, receiverText } from '../../../lang/tree/functions.ts';
import { commentText, goNode, syntaxText } from '../../../lang/tree/go-node.ts';
import type { Unit } from '../../../lang/tree/unit.ts';
import { aspectNotSingleKey } from '../../../report/codes/aspect.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { anywhere } from '../../conditions/bounds.ts';
import { anyNode, maybe, nameless, noMembers, noReason, nothing, silent } from '../../nothing.ts';
import type { PointKind } from '../../point-kind.ts';

/** Every node of a file that holds the part; for text that advice added, the file that it was added to. */
export interface FileHas {
  readonly kind: 'file-has';
  readonly part: FilePart;
  readonly span: Span;
}

/** What the file of a node has to hold: something at its top level, or a text. */
export type FilePart =
  /** `T` or `*T` for a method, '' for a function. */
  | { readonly kind: 'function'; readonly name: string; readonly receiver: string }
  | { readonly kind: 'struct'; readonly name: string }
  /** In a comment above the package clause. */
  | { readonly kind: 'directive'; readonly name: string }
  /** Anywhere, byte for byte. */
  | { readonly kind: 'text'; readonly name: string };

const keys = map({
  function: { shape: text('a function name'), doc: 'A function or method of this name.' },
  receiver: { shape: text('`T` or `*T`'), doc: 'Receiver of that method; functions have none.' },
  struct: { shape: text('a type name without path'), doc: 'A struct type of this name.' },
  directive: { shape: text('the name of a comment'), doc: 'A comment `//name` above the package clause.' },
  text: { shape: text('a text'), doc: 'This text, anywhere: in code, a comment or a literal.' },
});

const known = new WeakMap<Unit, Map<string, boolean>>();

export const fileHas: PointKind<FileHas> = {
  words: {
    'file-has': {
      shape: keys,
      doc: 'Everything in files that have something at their top level, or a text.',
      example: '{ function: ServeHTTP, receiver: "*Server" }',
      read,
    },
  },
  ...noMembers,
  bounds: anywhere,
  asks: nothing,
  interfaces: nothing,
  implied: nothing,
  texts: ({ part }) => [part.name],
  near: nothing,
  reach: maybe,
  nodeKinds: anyNode,
  matches: ({ part }, _, { file }) => {
    const answers = known.get(file) ?? new Map<string, boolean>();
    known.set(file, answers);
    const key = JSON.stringify(part);
    const answer = answers.get(key) ?? has(file, part);
    answers.set(key, answer);
    return answer;
  },
  explain: {
    package: noReason,
    node: ({ part }) =>
      part.kind === 'text'
        ? `the file does not hold ${JSON.stringify(part.name)}`
        : `the file holds no ${part.kind} ${part.name}`,
    members: nothing,
  },
  lint: silent,
  names: nameless,
};

/** Exactly one of the parts, the receiver beside a function. */
function read(entry: YamlEntry, ctx: ReadContext): FileHas {
  const where = '"file-has"';
  const found = fields(ctx, entry.value, { where, known: keysOf(keys) });
  const parts: FilePart[] = [];
  const name = (part: YamlEntry): string => filledTextOf(part, where);
  if (found.function) {
    const receiver = found.receiver ? yamlText(found.receiver.value, '"receiver"') : '';
    parts.push({ kind: 'function', name: name(found.function), receiver });
  }
  if (found.struct) parts.push({ kind: 'struct', name: name(found.struct) });
  if (found.directive) parts.push({ kind: 'directive', name: name(found.directive) });
  if (found.text) parts.push({ kind: 'text', name: name(found.text) });
  const [part] = parts;
  if (part === undefined || parts.length > 1) {
    return aspectNotSingleKey(
      entry.span,
      where,
      mapOf(entry.value, where).entries.map(({ key }) => key),
      'name one function, struct, directive or text; several files are matched with one-of',
    );
  }
  return { kind: 'file-has', part, span: entry.span };
}

function has(file: Unit, part: FilePart): boolean {
  const { root, comments, source } = file.tree;
  switch (part.kind) {
    case 'function':
      return root.children.some((syntax) => {
        const fn = goNode(file, syntax);
        return fn?.kind === 'FuncDecl' && functionName(fn) === part.name && receiverText(fn) === part.receiver;
      });
    case 'struct':
      return root.children.flatMap(specsOf).some((spec) => {
        const name = spec.kind === 'type_spec' ? spec.field('name') : undefined;
        return name && syntaxText(file, name) === part.name && spec.field('type')?.kind === 'struct_type';
      });
    case 'directive': {
      const clause = root.children.find((node) => node.kind === 'package_clause');
      return comments.some(
        (comment) => comment.end <= (clause?.start ?? 0) && isDirective(commentText(file, comment), part.name),
      );
    }
    case 'text':
      return source.bytes.includes(part.name);
  }
}
