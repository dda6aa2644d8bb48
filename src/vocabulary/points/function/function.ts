import { attemptEach } from '../../../aspects/attempt.ts';
import { listOf, type ReadContext } from '../../../aspects/schema.ts';
import { list, ref } from '../../../aspects/shape.ts';
import { isNothing, type YamlEntry } from '../../../aspects/yaml-node.ts';
import type { MatchContext } from '../../../lang/names/match-context.ts';
import { isFunction } from '../../../lang/tree/go-kind.ts';
import type { GoNode } from '../../../lang/tree/unit.ts';
import type { Span } from '../../../report/diagnostic.ts';
import { atMost } from '../../conditions/bounds.ts';
import { conjunction } from '../../conditions/condition.ts';
import { answerOf, type Explanation } from '../../explanation.ts';
import { type Mention, mentionOfType } from '../../mention.ts';
import { nameless, noMembers, noReason, nothing, silent } from '../../nothing.ts';
import { type FunctionOption, kindOfOption, readFunctionOption } from '../../options.ts';
import type { PointKind } from '../../point-kind.ts';
import { optionText } from '../../point-text.ts';
import { all } from '../../reach.ts';

/** Function declarations and literals that satisfy every option. */
export interface FunctionPoint {
  readonly kind: 'function';
  readonly options: readonly FunctionOption[];
  readonly span: Span;
}

export const functionPoint: PointKind<FunctionPoint> = {
  words: {
    function: {
      shape: list(ref('function-option'), true),
      doc: 'Function declarations and literals that satisfy every option.',
      example: '[{ receiver: "*net/http.Server" }, { name: Serve }]',
      read,
    },
  },
  ...noMembers,
  bounds: ({ options }) => atMost(conjunction(options.map((option) => kindOfOption(option).bound(option)))),
  asks: nothing,
  interfaces: ({ options }) => options.flatMap((option) => kindOfOption(option).interfaces(option)),
  implied: ({ options }) =>
    options.flatMap((option) =>
      kindOfOption(option)
        .implied(option)
        .flatMap(({ path }) => (path === undefined ? [] : [path])),
    ),
  texts: ({ options }) => options.flatMap((option) => kindOfOption(option).texts(option)),
  near: ({ options }) => options.flatMap((option) => kindOfOption(option).near(option)),
  reach: ({ options }, { facts, part }) => {
    // In a body there are literals only.
    if (part?.isBody && !part.text.includes('func')) return 'none';
    return all(['maybe', ...options.map((option) => kindOfOption(option).reach(option, facts))]);
  },
  nodeKinds: () => ['FuncDecl', 'FuncLit'],
  matches: ({ options }, node, ctx) =>
    isFunction(node.kind) && options.every((option) => kindOfOption(option).holds(option, node, ctx)),
  explain: {
    package: ({ options }, facts) =>
      options
        .map((option) => kindOfOption(option).explain.package(option, facts))
        .find((reason) => reason !== undefined) ?? '',
    node: noReason,
    members: ({ options, span }, node, ctx) =>
      isFunction(node.kind) ? options.map((option) => explainOption(option, span, { node, ctx })) : [],
  },
  lint: {
    ...silent,
    impossible: ({ options }, negated) =>
      negated
        ? undefined
        : options.map((option) => kindOfOption(option).lint.impossible(option)).find((reason) => reason !== undefined),
    fixes: ({ options }) => options.flatMap((option) => kindOfOption(option).lint.fixes(option)),
    home: ({ options }) => options.map((option) => kindOfOption(option).lint.home(option)).find(Boolean),
    mentions,
  },
  names: {
    ...nameless,
    saysFunction,
    withBodies: (point) =>
      saysFunction(point) ? point : { ...point, options: [...point.options, { kind: 'has-body', value: true }] },
  },
};

function read(entry: YamlEntry, ctx: ReadContext): FunctionPoint {
  const items = isNothing(entry.value) ? [] : listOf(entry.value, '"function"').items;
  return { kind: 'function', options: attemptEach(ctx, items, readFunctionOption), span: entry.span };
}

function saysFunction({ options }: FunctionPoint): boolean {
  return options.some((option) => option.kind === 'name' && option.name !== '');
}

function explainOption(
  option: FunctionOption,
  span: Span,
  { node, ctx }: { readonly node: GoNode; readonly ctx: MatchContext },
): Explanation {
  const kind = kindOfOption(option);
  const asked = answerOf(() => kind.holds(option, node, ctx));
  const reason = asked.reason ?? (asked.answer === 'no' ? kind.explain.node(option, node, ctx) : undefined);
  return { point: optionText(option), span, answer: asked.answer, reason, members: [] };
}

/** The types of the options; with a receiver and a name, the method too. */
function mentions({ options, span }: FunctionPoint): Mention[] {
  const found = options.flatMap((option) =>
    kindOfOption(option)
      .types(option)
      .flatMap((type) => mentionOfType(type, span)),
  );
  const receiver = options.find((option) => option.kind === 'receiver')?.type;
  const name = options.find((option) => option.kind === 'name')?.name;
  if (receiver?.path === undefined || name === undefined || name === '') return found;
  return [...found, { path: receiver.path, span, symbol: { name, what: 'method', receiver: receiver.name } }];
}
