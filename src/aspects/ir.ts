import type { TypeName } from '../lang/names/type-name.ts';
import type { VersionRange } from '../lang/versions/version-range.ts';
import type { Span } from '../report/diagnostic.ts';

export type JoinPoint =
  | { readonly kind: 'all-of'; readonly points: readonly JoinPoint[]; readonly span: Span }
  | { readonly kind: 'one-of'; readonly points: readonly JoinPoint[]; readonly span: Span }
  | { readonly kind: 'not'; readonly point: JoinPoint; readonly span: Span }
  | { readonly kind: 'import-path'; readonly path: string; readonly span: Span }
  | { readonly kind: 'package-name'; readonly name: string; readonly span: Span }
  | {
      readonly kind: 'package-filter';
      readonly root: boolean;
      readonly pattern?: string | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'test-main'; readonly value: boolean; readonly span: Span }
  /** The version of the module that holds the package; with a path, of that module only. Packages without a version never match. */
  | {
      readonly kind: 'module-version';
      readonly path?: string | undefined;
      readonly range: VersionRange;
      readonly span: Span;
    }
  /** The version of Go that compiles. */
  | { readonly kind: 'go-version'; readonly range: VersionRange; readonly span: Span }
  /** doublestar's patterns over the import path: `*` inside a segment, `**` for any segments, classes and `{a,b}`. */
  | { readonly kind: 'import-glob'; readonly pattern: string; readonly span: Span }
  /** Packages that are compiled to be programs, test programs included. */
  | { readonly kind: 'command'; readonly value: boolean; readonly span: Span }
  /** Packages that are compiled with test files, and test programs. */
  | { readonly kind: 'test-build'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'file-has'; readonly part: FilePart; readonly span: Span }
  /** A variable or constant of that name at the top level, in whatever package. */
  | {
      readonly kind: 'package-value';
      readonly name: string;
      readonly keyword?: 'var' | 'const' | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'configuration'; readonly pairs: Readonly<Record<string, string>>; readonly span: Span }
  | { readonly kind: 'directive'; readonly name: string; readonly span: Span }
  | { readonly kind: 'function'; readonly options: readonly FunctionOption[]; readonly span: Span }
  | { readonly kind: 'function-body'; readonly point: JoinPoint; readonly span: Span }
  | {
      readonly kind: 'function-call';
      readonly path?: string | undefined;
      readonly name: string;
      readonly quirks?: Quirks;
      /** Only calls written `pkg.Name(…)`. */
      readonly qualified?: boolean | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'method-call';
      readonly receiver: TypeName;
      readonly name: string;
      readonly match: 'any' | 'pointer-only' | 'value-only';
      readonly quirks?: Quirks;
      readonly span: Span;
    }
  | {
      readonly kind: 'struct-definition';
      readonly type: TypeName;
      /** The path does not count: another point says which package it is. */
      readonly anyPackage?: boolean | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'struct-literal';
      readonly type: TypeName;
      /** Undefined where `field` is set: then the point is the key-value pair of that field. */
      readonly match?: 'any' | 'pointer-only' | 'value-only' | undefined;
      readonly field?: string | undefined;
      readonly quirks?: Quirks;
      readonly span: Span;
    }
  | {
      readonly kind: 'declaration-of';
      readonly path: string;
      readonly name: string;
      readonly quirks?: Quirks;
      readonly span: Span;
    }
  | { readonly kind: 'value-declaration'; readonly type: TypeName; readonly span: Span };

/**
 * Set where the point matches as Orchestrion does and not as its documentation says: its users' aspects may depend on that
 * (docs/compatibility.md).
 */
type Quirks = true | undefined;

/** What the file of a node has to hold, at its top level. */
export type FilePart =
  /** `T` or `*T` for a method, '' for a function. */
  | { readonly kind: 'function'; readonly name: string; readonly receiver: string }
  | { readonly kind: 'struct'; readonly name: string }
  /** In a comment above the package clause. */
  | { readonly kind: 'directive'; readonly name: string };

export type JoinPointKind = JoinPoint['kind'];
export type PointOf<K extends JoinPointKind> = Extract<JoinPoint, { kind: K }>;

export type FunctionOption =
  | { readonly kind: 'name'; readonly name: string }
  /** A regular expression of Go, found anywhere in the name unless it is anchored. Literals have no name. */
  | { readonly kind: 'name-matches'; readonly pattern: string }
  /** The same over `T` or `*T`, type arguments left out; over the empty text where there is no receiver. */
  | { readonly kind: 'receiver-matches'; readonly pattern: string }
  /** `T` or `*T`, of the package itself, type arguments left out. */
  | { readonly kind: 'receiver-is'; readonly text: string }
  | { readonly kind: 'receiver'; readonly type: TypeName }
  | { readonly kind: 'has-receiver'; readonly value: boolean }
  /** Functions that are written in another language have none. */
  | { readonly kind: 'has-body'; readonly value: boolean }
  | {
      readonly kind: 'signature';
      readonly args: readonly TypeName[];
      readonly returns: readonly TypeName[];
      /** `(a, b int)` counts as two, not as one. */
      readonly flat?: boolean | undefined;
    }
  | { readonly kind: 'signature-contains'; readonly args: readonly TypeName[]; readonly returns: readonly TypeName[] }
  /** A parameter, a result, or the last result is of the type. */
  | { readonly kind: 'has-type'; readonly list: 'argument' | 'result' | 'final-result'; readonly type: TypeName }
  | { readonly kind: 'argument-implements'; readonly type: TypeName }
  | { readonly kind: 'result-implements'; readonly type: TypeName }
  | { readonly kind: 'final-result-implements'; readonly type: TypeName };
