import type { PointKind, PointWord, WithInner } from './point-kind.ts';
import { allOf } from './points/all-of/all-of.ts';
import { command } from './points/command/command.ts';
import { configuration } from './points/configuration/configuration.ts';
import { declarationOf } from './points/declaration-of/declaration-of.ts';
import { directive } from './points/directive/directive.ts';
import { fileHas } from './points/file-has/file-has.ts';
import { functionPoint } from './points/function/function.ts';
import { functionBody } from './points/function-body/function-body.ts';
import { functionCall } from './points/function-call/function-call.ts';
import { goVersion } from './points/go-version/go-version.ts';
import { importGlob } from './points/import-glob/import-glob.ts';
import { importPath } from './points/import-path/import-path.ts';
import { methodCall } from './points/method-call/method-call.ts';
import { moduleVersion } from './points/module/module.ts';
import { not } from './points/not/not.ts';
import { oneOf } from './points/one-of/one-of.ts';
import { packageFilter } from './points/package-filter/package-filter.ts';
import { packageName } from './points/package-name/package-name.ts';
import { packageValue } from './points/package-value/package-value.ts';
import { structDefinition } from './points/struct-definition/struct-definition.ts';
import { structLiteral } from './points/struct-literal/struct-literal.ts';
import { testBuild } from './points/test-build/test-build.ts';
import { testMain } from './points/test-main/test-main.ts';
import { valueDeclaration } from './points/value-declaration/value-declaration.ts';
import { within } from './points/within/within.ts';

/** Every join point, in the order of the reference. The union {@link JoinPoint} follows from it. */
const kinds = {
  'all-of': allOf,
  'one-of': oneOf,
  not,
  'import-path': importPath,
  'package-name': packageName,
  'package-filter': packageFilter,
  'import-glob': importGlob,
  command,
  'test-build': testBuild,
  'file-has': fileHas,
  'package-value': packageValue,
  'test-main': testMain,
  'module-version': moduleVersion,
  'go-version': goVersion,
  configuration,
  directive,
  function: functionPoint,
  'function-body': functionBody,
  within,
  'function-call': functionCall,
  'method-call': methodCall,
  'struct-definition': structDefinition,
  'struct-literal': structLiteral,
  'declaration-of': declarationOf,
  'value-declaration': valueDeclaration,
};

type ValueOf<K> = K extends PointKind<infer T> ? T : never;

/** A value of one of the kinds; the points inside it cannot be looked into. */
type Value = ValueOf<(typeof kinds)[keyof typeof kinds]>;

/** Where: a tree of join points. */
export type JoinPoint = WithInner<Value, Tie>;

interface Tie {
  readonly point: JoinPoint;
}

export type JoinPointKind = JoinPoint['kind'];
export type PointOf<K extends JoinPointKind> = Extract<JoinPoint, { kind: K }>;

/** Checks that each kind stands under its own name. */
export const pointKinds: { readonly [K in JoinPointKind]: PointKind<Extract<Value, { kind: K }>> } = kinds;

/** Every key that a join point can have in YAML. */
export const pointWords: Readonly<Record<string, PointWord<Value>>> = Object.assign(
  {},
  ...Object.values(pointKinds).map(({ words }) => words),
);
