import type { CodeTemplate } from '../lang/template/code-template.ts';
import { addBlankImport } from './advice/add-blank-import.ts';
import { addFile } from './advice/add-file.ts';
import { addStructField } from './advice/add-struct-field.ts';
import { appendArgs } from './advice/append-args/append-args.ts';
import { assignValue } from './advice/assign-value.ts';
import { hooks } from './advice/hooks/hooks.ts';
import { injectDeclarations } from './advice/inject-declarations.ts';
import { plugin } from './advice/plugin/plugin.ts';
import { prependStatements } from './advice/prepend-statements.ts';
import { replaceFile } from './advice/replace-file.ts';
import { replaceFunction } from './advice/replace-function.ts';
import { setFields } from './advice/set-fields.ts';
import { wrapExpression } from './advice/wrap-expression/wrap-expression.ts';
import type { AdviceKind, AdviceWord } from './advice-kind.ts';

/** The order is that of the reference page. */
const kinds = {
  'prepend-statements': prependStatements,
  'wrap-expression': wrapExpression,
  'append-args': appendArgs,
  'replace-function': replaceFunction,
  'assign-value': assignValue,
  'set-fields': setFields,
  'add-struct-field': addStructField,
  'add-blank-import': addBlankImport,
  'inject-declarations': injectDeclarations,
  hooks,
  'add-file': addFile,
  'replace-file': replaceFile,
  plugin,
};

type ValueOf<K> = K extends AdviceKind<infer A> ? A : never;

/** The value of one advice, of whatever kind: what dialects make and weaving applies. */
export type Advice = ValueOf<(typeof kinds)[keyof typeof kinds]>;

/** Name of a kind of advice. */
export type AdviceName = Advice['kind'];
export type AdviceOf<K extends AdviceName> = Extract<Advice, { kind: K }>;

/** Every kind of advice. A module under a key that is not its kind does not compile. */
export const adviceKinds: { readonly [K in AdviceName]: AdviceKind<AdviceOf<K>> } = kinds;

/** The kind of an advice. */
export function kindOf<A extends Advice>(advice: A): AdviceKind<A> {
  return adviceKinds[advice.kind] as unknown as AdviceKind<A>;
}

/** Every template that an advice renders. */
export function templatesOf(advice: Advice): readonly CodeTemplate[] {
  return kindOf(advice).templates(advice);
}

/** The advice that aspect files can write, by key. */
export const adviceWords: ReadonlyMap<string, AdviceWord<Advice>> = new Map(
  Object.entries(adviceKinds).flatMap(([name, { yaml }]) => (yaml === undefined ? [] : [[name, yaml]])),
);
