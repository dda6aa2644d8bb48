import type { FunctionOption, JoinPoint } from '../aspects/ir.ts';
import type { TypeName } from '../lang/names/type-name.ts';
import type { Span } from '../report/diagnostic.ts';

/** A package that a join point names, perhaps with something that it has to declare. */
export interface Mention {
  readonly path: string;
  readonly span: Span;
  readonly symbol?: MentionedSymbol | undefined;
}

export interface MentionedSymbol {
  readonly name: string;
  /** `declaration`: a function, a type, a variable or a constant; `declaration or method`: one of these, or a method. */
  readonly what: 'type' | 'method' | 'declaration' | 'declaration or method';
  /** Type whose method it is. */
  readonly receiver?: string | undefined;
}

/** Packages and names that a join point speaks of, those behind a `not` left out: they need not exist. */
export function mentions(point: JoinPoint): Mention[] {
  const { span } = point;
  switch (point.kind) {
    case 'all-of':
    case 'one-of':
      return point.points.flatMap(mentions);
    case 'function-body':
      return mentions(point.point);
    case 'import-path':
      return [{ path: point.path, span }];
    case 'function-call':
    case 'declaration-of': {
      // Besides functions: types, to which calls convert; for Orchestrion methods of the package's variables.
      const what = point.quirks ? 'declaration or method' : 'declaration';
      return point.path === undefined ? [] : [{ path: point.path, span, symbol: { name: point.name, what } }];
    }
    case 'method-call':
      return ofType(point.receiver, span);
    case 'struct-definition':
    case 'struct-literal':
    case 'value-declaration':
      return ofType(point.type, span);
    case 'function':
      return ofFunction(point.options, span);
    default:
      return [];
  }
}

function ofType(type: TypeName, span: Span): Mention[] {
  return type.path === undefined ? [] : [{ path: type.path, span, symbol: { name: type.name, what: 'type' } }];
}

function ofFunction(options: readonly FunctionOption[], span: Span): Mention[] {
  const found = options.flatMap((option): Mention[] => {
    if ('args' in option) return [...option.args, ...option.returns].flatMap((type) => ofType(type, span));
    return 'type' in option ? ofType(option.type, span) : [];
  });
  const receiver = options.find((option) => option.kind === 'receiver')?.type;
  const name = options.find((option) => option.kind === 'name')?.name;
  if (receiver?.path === undefined || name === undefined || name === '') return found;
  return [...found, { path: receiver.path, span, symbol: { name, what: 'method', receiver: receiver.name } }];
}
