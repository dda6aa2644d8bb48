import { dialectFacts } from '../dialects/facts.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import { spanInTemplate } from '../lang/template/code-template.ts';
import type { GoKind, Kinds } from '../lang/tree/go-kind.ts';
import {
  adviceIdle,
  adviceMisfit,
  duplicateId,
  importUnknown,
  importUnused,
  linksIdle,
  neverMatches,
  templateMember,
  templateNoFunction,
} from '../report/codes/lint.ts';
import type { Diagnostic, Span } from '../report/diagnostic.ts';
import { type Advice, kindOfAdvice, templatesOf } from '../vocabulary/advice.ts';
import { impliedImports, kindsOf } from '../vocabulary/ask.ts';
import type { Aspect } from '../vocabulary/aspect.ts';
import { neverMatching } from './never-matches.ts';
import { misfits } from './node-kinds.ts';
import { importUse } from './template-imports.ts';
import { type FunctionUse, templateMembers } from './template-members.ts';

/** A problem as `gots lint` shows it: errors would stop a build, warnings are most likely not what was meant. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  readonly diagnostic: Diagnostic;
}

const error = (diagnostic: Diagnostic): Problem => ({ severity: 'error', diagnostic });
const warning = (diagnostic: Diagnostic): Problem => ({ severity: 'warning', diagnostic });

/** What aspects say that cannot be meant, judged by themselves: no module and no Go source is looked at. */
export function lintAspects(aspects: readonly Aspect[]): Problem[] {
  return [...aspects.flatMap(lintAspect), ...duplicates(aspects).map(warning)];
}

function lintAspect(aspect: Aspect): Problem[] {
  const never = neverMatching(aspect).map(({ point, reason }) => warning(neverMatches(point.span, reason)));
  const unfit = misfits(aspect).map(({ advice, ...found }) => error(adviceMisfit(advice.span, advice.kind, found)));
  const idle = idleBeside(aspect).map(({ advice, other }) => warning(adviceIdle(advice.span, advice.kind, other.kind)));
  const kinds = kindsOf(aspect.joinPoint);
  const implied = impliedImports(aspect.joinPoint);
  const templates = aspect.advice.flatMap((advice) =>
    templatesOf(advice).flatMap((template) => lintTemplate(template, advice, { kinds, implied })),
  );
  return [...never, ...unfit, ...idle, ...templates];
}

interface Matched {
  readonly kinds: Kinds;
  /** Packages that every file with a match most likely imports. */
  readonly implied: readonly string[];
}

function lintTemplate(template: CodeTemplate, advice: Advice, { kinds, implied }: Matched): Problem[] {
  const at = (offset: number): Span => spanInTemplate(template, offset);
  const nodes = kindOfAdvice(advice).onNode?.dotKinds?.(kinds, advice, template) ?? kinds;
  const { bad, functions } = templateMembers(template, { kind: 'dot', nodes });
  const { unused, unknown } = importUse(template);
  const missing = unknown.filter(({ path }) => !implied.includes(path));
  return [
    ...bad.map(({ name, offset, ...found }) => error(templateMember(at(offset), name, found))),
    ...functions.flatMap((use) => functionProblem(use, at(use.offset), kinds)),
    ...unused.map((name) => warning(importUnused(template.lines[0] as Span, name, template.imports[name] ?? ''))),
    ...(template.idleLinks === undefined ? [] : [warning(linksIdle(template.idleLinks))]),
    ...missing.map(({ name, path, offset }) => warning(importUnknown(at(offset), name, path))),
  ];
}

/** Those that answer nothing where there is no function. */
const quiet = /^(?:Argument|Result)OfType$|Implements?$/;
const always: ReadonlySet<GoKind> = new Set([
  'FuncDecl',
  'FuncLit',
  'BlockStmt',
  'ReturnStmt',
  'ExprStmt',
  'DeferStmt',
]);
const never: ReadonlySet<GoKind> = new Set(['File', 'ImportSpec']);

function functionProblem({ name }: FunctionUse, span: Span, kinds: Kinds): Problem[] {
  if (kinds === 'any' || kinds.length === 0 || quiet.test(name)) return [];
  if (kinds.every((kind) => always.has(kind))) return [];
  const certain = kinds.every((kind) => never.has(kind));
  const found = templateNoFunction(span, name, certain);
  return [certain ? error(found) : warning(found)];
}

/** Advice that changes nodes, in an aspect that changes packages before any node is looked at. */
function idleBeside({ advice }: Aspect): { readonly advice: Advice; readonly other: Advice }[] {
  const when = (each: Advice) => kindOfAdvice(each).onPackage?.when(each) ?? 'never';
  const other = advice.find((each) => when(each) === 'always');
  if (other === undefined) return [];
  return advice.filter((each) => when(each) === 'never').map((each) => ({ advice: each, other }));
}

function sharesId(advice: Advice): boolean {
  return kindOfAdvice(advice).sharesId === true;
}

function duplicates(aspects: readonly Aspect[]): Diagnostic[] {
  const first = new Map<string, Span>();
  // Readers make ids where authors do not.
  const named = aspects.filter(({ dialect, advice }) => dialectFacts[dialect].hasIds && !advice.some(sharesId));
  return named.flatMap(({ id, span }) => {
    const before = first.get(id);
    if (id === '' || before === undefined) {
      first.set(id, span);
      return [];
    }
    return [duplicateId(span, id, before)];
  });
}
