import type { CodeTemplate } from '../lang/template/code-template.ts';
import { addBlankImport } from './advice/add-blank-import/add-blank-import.ts';
import { addFile } from './advice/add-file/add-file.ts';
import { addStructField } from './advice/add-struct-field/add-struct-field.ts';
import { appendArgs } from './advice/append-args/append-args.ts';
import { assignValue } from './advice/assign-value/assign-value.ts';
import { hooks } from './advice/hooks/hooks.ts';
import { injectDeclarations } from './advice/inject-declarations/inject-declarations.ts';
import { plugin } from './advice/plugin/plugin.ts';
import { prependStatements } from './advice/prepend-statements/prepend-statements.ts';
import { replaceFile } from './advice/replace-file/replace-file.ts';
import { replaceFunction } from './advice/replace-function/replace-function.ts';
import { setFields } from './advice/set-fields/set-fields.ts';
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
export function kindOfAdvice<A extends Advice>(advice: A): AdviceKind<A> {
  return adviceKinds[advice.kind] as unknown as AdviceKind<A>;
}

/** Every template that an advice renders. */
export function templatesOf(advice: Advice): readonly CodeTemplate[] {
  return kindOfAdvice(advice).templates(advice);
}

/** Every key that an advice can have in YAML. */
export const adviceWords: Readonly<Record<string, AdviceWord<Advice>>> = Object.assign(
  {},
  ...Object.values(adviceKinds).map(({ words }) => words),
);
