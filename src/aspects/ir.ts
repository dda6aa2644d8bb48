/**
 * What every dialect translates to: where = a tree of join points, do = a list of advice.
 * Plain JSON all through, so that a build plan can carry it from the command to the cache program.
 */

import type { TypeName } from '../lang/names/type-name.ts';
import type { CodeTemplate } from '../lang/template/code-template.ts';
import type { VersionRange } from '../lang/versions/version-range.ts';
import type { Span } from '../report/diagnostic.ts';

export type DialectName = 'orchestrion' | 'otelc' | 'loongsuite' | 'gots';

export interface Aspect {
  /** As written; may be empty and need not be unique. */
  readonly id: string;
  readonly dialect: DialectName;
  /** Where the aspect begins. `span.file` is its display name: project-independent, never an absolute path. */
  readonly span: Span;
  /** Orchestrion's `tracer-internal`: also woven into the packages that are otherwise left alone. */
  readonly tracerInternal: boolean;
  /** `user`: not in packages that only injected code pulls in (otelc). */
  readonly reach: 'everything' | 'user';
  readonly joinPoint: JoinPoint;
  /** Packages that must exist in the modules of the build for the aspect to count at all (loongsuite's `Dependencies`). */
  readonly needs?: readonly string[] | undefined;
  readonly advice: readonly Advice[];
}

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

/** Go text that is taken as it is written. */
export interface GoText {
  readonly kind: 'text';
  readonly text: string;
  /** Name used in the text → import path. */
  readonly imports?: Readonly<Record<string, string>> | undefined;
}

/** A field of a struct literal: what becomes of the value it has, and the value it gets where it has none. At least one. */
export interface FieldValue {
  readonly name: string;
  readonly wrap?: CodeTemplate | undefined;
  readonly value?: CodeTemplate | undefined;
}

export type Advice =
  | {
      readonly kind: 'prepend-statements';
      readonly template: CodeTemplate;
      readonly order: number;
      /** Undefined is the default namespace, which sorts after every other. */
      readonly namespace?: string | undefined;
      /** Results without a name get this one and their index, `retVal0`, under which the statements know them. */
      readonly resultNames?: string | undefined;
      /** Not in a block of their own: what they declare can be seen by the rest of the function. */
      readonly open?: boolean | undefined;
      /** Not at the top: beside the first statement whose text the regular expression of Go finds itself in. */
      readonly beside?: { readonly pattern: string; readonly placement: 'before' | 'after' } | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'wrap-expression';
      readonly template: CodeTemplate;
      /** Behind `go` and `defer`, what stands in the template's arguments is called at once, as in Orchestrion. */
      readonly quirks?: Quirks;
      readonly span: Span;
    }
  | {
      readonly kind: 'append-args';
      /** Undefined: calls whose last argument is spread are left alone. */
      readonly type?: TypeName | GoText | undefined;
      readonly values: readonly CodeTemplate[];
      readonly span: Span;
    }
  | {
      readonly kind: 'replace-function';
      readonly path?: string | undefined;
      readonly name: string;
      /** Type arguments of the old callee are lost, as in Orchestrion. */
      readonly quirks?: Quirks;
      readonly span: Span;
    }
  | {
      readonly kind: 'assign-value';
      readonly template: CodeTemplate;
      /** Only these names of the declaration; all of them by default. */
      readonly names?: readonly string[] | undefined;
      /** The dot is the value there is; declarations without one are left alone, unless `names` asks for them. */
      readonly wraps?: boolean | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'set-fields'; readonly fields: readonly FieldValue[]; readonly span: Span }
  | { readonly kind: 'add-struct-field'; readonly name: string; readonly type: TypeName | GoText; readonly span: Span }
  | { readonly kind: 'add-blank-import'; readonly path: string; readonly span: Span }
  | {
      readonly kind: 'inject-declarations';
      readonly template: CodeTemplate;
      /** Packages that must be in the binary, though nothing imports them. */
      readonly links: readonly string[];
      readonly span: Span;
    }
  | HooksAdvice
  | AddFileAdvice
  | ReplaceFileAdvice
  | PluginAdvice;

/** Functions of another package that run before and after a function and get a context of the call. */
export interface HooksAdvice {
  readonly kind: 'hooks';
  /** `HookContext` or `CallContext`: the interface that the hooks take first, and how symbols are named. */
  readonly flavour: 'otelc' | 'loongsuite';
  /** Import path of the package that declares the hooks. It is linked, not imported. */
  readonly path: string;
  /** At least one of the two. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The hooks take the context alone, as those of loongsuite's rules with a pattern for a name do. */
  readonly contextOnly: boolean;
  /** Of several hooks on one function, those of a lower order are outside. */
  readonly order?: number | undefined;
  readonly span: Span;
}

/** Adds a Go file of another package's folder to the package, under this package's name. Once per package. */
export interface AddFileAdvice {
  readonly kind: 'add-file';
  /** Import path of the package in whose folder the file lies; build constraints of the file do not count. */
  readonly path: string;
  /** Base name. */
  readonly file: string;
  /** Leaves the package that the file comes from out of the program, unless something else wants it. */
  readonly unlinked?: boolean | undefined;
  readonly span: Span;
}

/** Compiles a Go file of another package's folder in place of the package's own file of the same name. */
export interface ReplaceFileAdvice {
  readonly kind: 'replace-file';
  /** As in {@link AddFileAdvice}; the package is not linked. */
  readonly path: string;
  readonly file: string;
  readonly span: Span;
}

/** Code of the user's, in an ES module. */
export interface PluginAdvice {
  readonly kind: 'plugin';
  /** What of it is run: at each node that matches, or once for each package. */
  readonly part: 'rewrite' | 'files';
  readonly id: string;
  /** Display name of its module. */
  readonly file: string;
  /** Hash of all files that it is made of and of the version of Node: other code, other keys. */
  readonly digest: string;
  /** Packages that what it writes may import or link. */
  readonly packages: readonly string[];
  readonly span: Span;
}

export type AdviceKind = Advice['kind'];
export type AdviceOf<K extends AdviceKind> = Extract<Advice, { kind: K }>;
