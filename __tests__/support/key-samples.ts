import type { CodeTemplate } from '../../src/lang/template/code-template.ts';
import type { Span } from '../../src/report/diagnostic.ts';
import type { FieldValue } from '../../src/vocabulary/advice/set-fields/set-fields.ts';
import type { Advice, AdviceName, AdviceOf } from '../../src/vocabulary/advice.ts';
import type { Aspect } from '../../src/vocabulary/aspect.ts';
import type { FunctionOption } from '../../src/vocabulary/options.ts';
import type { JoinPoint, JoinPointKind, PointOf } from '../../src/vocabulary/points.ts';

/** Where all samples stand. */
export const span: Span = { file: 'aspects.yml', line: 1, column: 1 };

/** A package with something for every join point. */
export const source = `// Package demo is a sample.
//
//demo:file
package demo

import (
	"example.com/lib"
)

//demo:mark
type Server struct{ name string }

func (s *Server) Serve(ctx lib.Context, addr string) (n int, err error) { return 0, nil }

var client lib.Client = lib.Client{Name: "a"}

var level lib.Other = 1

const limit int = 1

func run(ctx lib.Context) {
	lib.Do(1)
	var inner lib.Level = 2
	_ = inner
	_ = client.Get()
	_ = &lib.Client{Name: "b"}
	_ = lib.Client{}
}
`;

/** Import path of the sample package, and of a package that only this part of a sample names. */
export const demo = 'example.com/demo';
const only = (name: string): string => `example.com/only/${name}`;
const type = (name: string) => ({ pointer: false, path: only(name), name: 'I' });
const lib = (name: string) => ({ pointer: false, path: 'example.com/lib', name });

const run: JoinPoint = { kind: 'function', options: [{ kind: 'name', name: 'run' }], span };
const serve: JoinPoint = { kind: 'function', options: [{ kind: 'name', name: 'Serve' }], span };
const bodyOf = (point: JoinPoint): JoinPoint => ({ kind: 'function-body', point, span });
const call: JoinPoint = { kind: 'function-call', path: 'example.com/lib', name: 'Do', span };
const range = { from: 'v0.0.1', text: 'v0.0.1' };

/** A template with everything that one can depend on: an import, and an interface that it asks about. */
function template(name: string, text: string, imports: Readonly<Record<string, string>> = {}): CodeTemplate {
  return { source: text, imports: { ...imports, x: only(name) }, lang: undefined, lines: [span] };
}

/** One that asks whether something implements an interface of a package of its own. */
function asking(name: string, text: string): CodeTemplate {
  const question = `{{ with .Function.ArgumentThatImplements "${only(`asked/${name}`)}.I" }}{{ end }}`;
  return template(name, `${question}${text}`);
}

/** A sample of each join point, all of which match something in {@link source}. A new kind does not compile until it is here. */
export const points: { readonly [K in JoinPointKind]: PointOf<K> } = {
  'all-of': { kind: 'all-of', points: [run, { kind: 'not', point: serve, span }], span },
  'one-of': { kind: 'one-of', points: [run, call], span },
  not: { kind: 'not', point: { kind: 'import-path', path: 'example.com/other', span }, span },
  'import-path': { kind: 'import-path', path: demo, span },
  'package-name': { kind: 'package-name', name: 'demo', span },
  'package-filter': { kind: 'package-filter', root: true, pattern: undefined, span },
  'test-main': { kind: 'test-main', value: false, span },
  'module-version': { kind: 'module-version', path: demo, range, span },
  'go-version': { kind: 'go-version', range, span },
  'import-glob': { kind: 'import-glob', pattern: 'example.com/*', span },
  command: { kind: 'command', value: false, span },
  'test-build': { kind: 'test-build', value: false, span },
  'file-has': { kind: 'file-has', part: { kind: 'struct', name: 'Server' }, span },
  'package-value': { kind: 'package-value', name: 'limit', keyword: 'const', span },
  configuration: { kind: 'configuration', pairs: { httpmode: 'wrap' }, span },
  directive: { kind: 'directive', name: 'demo:mark', span },
  function: serve as PointOf<'function'>,
  'function-body': bodyOf(run) as PointOf<'function-body'>,
  within: { kind: 'within', point: run, span },
  'function-call': call as PointOf<'function-call'>,
  'method-call': { kind: 'method-call', receiver: lib('Client'), name: 'Get', match: 'any', span },
  'struct-definition': {
    kind: 'struct-definition',
    type: { pointer: false, path: demo, name: 'Server' },
    anyPackage: false,
    span,
  },
  'struct-literal': { kind: 'struct-literal', type: lib('Client'), match: 'any', field: undefined, span },
  'declaration-of': { kind: 'declaration-of', path: demo, name: 'run', span },
  'value-declaration': { kind: 'value-declaration', type: lib('Level'), span },
};

type OptionKind = FunctionOption['kind'];
type OptionOf<K extends OptionKind> = Extract<FunctionOption, { kind: K }>;

/** A sample of each option of `function`, which Serve or run satisfies. */
export const options: { readonly [K in OptionKind]: OptionOf<K> } = {
  name: { kind: 'name', name: 'Serve' },
  'name-glob': { kind: 'name-glob', pattern: 'Ser*' },
  'name-matches': { kind: 'name-matches', pattern: '^Se' },
  'receiver-matches': { kind: 'receiver-matches', pattern: 'Server' },
  'receiver-is': { kind: 'receiver-is', text: '*Server' },
  receiver: { kind: 'receiver', type: { pointer: true, path: demo, name: 'Server' } },
  'has-receiver': { kind: 'has-receiver', value: true },
  'has-body': { kind: 'has-body', value: true },
  signature: {
    kind: 'signature',
    args: [lib('Context'), { pointer: false, name: 'string' }],
    returns: [
      { pointer: false, name: 'int' },
      { pointer: false, name: 'error' },
    ],
    flat: false,
  },
  'signature-contains': { kind: 'signature-contains', args: [lib('Context')], returns: [] },
  'has-type': { kind: 'has-type', list: 'argument', type: lib('Context') },
  'argument-implements': { kind: 'argument-implements', type: type('argument') },
  'result-implements': { kind: 'result-implements', type: type('result') },
  'final-result-implements': { kind: 'final-result-implements', type: type('final') },
};

/** A sample of an advice with every field that it can have, and a join point where it can be applied. */
export interface AdviceSample<K extends AdviceName> {
  readonly advice: Required<AdviceOf<K>>;
  readonly point: JoinPoint;
}

const field: Required<FieldValue> = {
  name: 'Name',
  wrap: asking('field/wrap', 'x.F({{ . }})'),
  value: asking('field/value', 'x.F()'),
};

const literal: JoinPoint = { kind: 'struct-literal', type: lib('Client'), match: 'any', span };

/** Samples of each advice. `Required`: a new field does not compile until it is here. */
export const advice: { readonly [K in AdviceName]: readonly AdviceSample<K>[] } = {
  'prepend-statements': [
    {
      advice: {
        kind: 'prepend-statements',
        template: asking('prepend', 'x.F()'),
        order: 1,
        namespace: 'n',
        resultNames: 'r',
        open: false,
        beside: undefined,
        span,
      },
      point: bodyOf(serve),
    },
  ],
  'wrap-expression': [
    {
      advice: { kind: 'wrap-expression', template: asking('wrap', 'x.F({{ . }})'), quirks: undefined, span },
      point: call,
    },
  ],
  'append-args': [
    {
      advice: {
        kind: 'append-args',
        type: { pointer: false, path: only('args/type'), name: 'T' },
        values: [asking('args', 'x.F()')],
        span,
      },
      point: call,
    },
    {
      advice: {
        kind: 'append-args',
        type: { kind: 'text', text: 't.T', imports: { t: only('args/text') } },
        values: [template('args/text/value', 'x.F()')],
        span,
      },
      point: call,
    },
  ],
  'replace-function': [
    { advice: { kind: 'replace-function', path: only('replaced'), name: 'Do', quirks: undefined, span }, point: call },
  ],
  'assign-value': [
    {
      advice: { kind: 'assign-value', template: asking('assign', 'x.F({{ . }})'), names: ['inner'], wraps: true, span },
      point: { kind: 'value-declaration', type: lib('Level'), span },
    },
  ],
  'set-fields': [{ advice: { kind: 'set-fields', fields: [field], span }, point: literal }],
  'add-struct-field': [
    {
      advice: {
        kind: 'add-struct-field',
        name: 'extra',
        type: { pointer: false, path: only('struct/type'), name: 'T' },
        span,
      },
      point: points['struct-definition'],
    },
    {
      advice: {
        kind: 'add-struct-field',
        name: 'extra',
        type: { kind: 'text', text: 't.T', imports: { t: only('struct/text') } },
        span,
      },
      point: points['struct-definition'],
    },
  ],
  'add-blank-import': [{ advice: { kind: 'add-blank-import', path: only('blank'), span }, point: run }],
  'inject-declarations': [
    {
      advice: {
        kind: 'inject-declarations',
        template: template('declared', 'var _ = x.F()'),
        links: [only('linked')],
        once: false,
        span,
      },
      point: run,
    },
  ],
  hooks: [
    {
      advice: {
        kind: 'hooks',
        flavour: 'otelc',
        path: only('hooks'),
        before: 'Before',
        after: 'After',
        contextOnly: false,
        order: 1,
        span,
      },
      point: run,
    },
  ],
  'add-file': [
    { advice: { kind: 'add-file', path: only('file'), file: 'hooks.go', unlinked: false, span }, point: run },
  ],
  'replace-file': [
    {
      advice: { kind: 'replace-file', path: only('instead'), file: 'input.go', span },
      point: { kind: 'import-path', path: demo, span },
    },
  ],
  plugin: [
    {
      advice: {
        kind: 'plugin',
        part: 'rewrite',
        id: 'p',
        file: 'p.mjs',
        digest: 'd',
        packages: [only('plugin')],
        span,
      },
      point: call,
    },
  ],
};

/** A file of every package that samples read: `hooks.go` and `input.go`. */
export const hookSource = `package hooks

import "example.com/rt/hook"

type HookContext interface{}

var _ = hook.Sample

func Before(ctx HookContext, c any) {}

func After(ctx HookContext) {}
`;

/** All aspects that the samples make, by name. */
export function sampleAspects(): ReadonlyMap<string, Aspect> {
  const aspect = (joinPoint: JoinPoint, each: Advice): Aspect => ({
    id: 'sample',
    dialect: 'gots',
    span,
    tracerInternal: false,
    reach: 'everything',
    joinPoint,
    needs: [],
    advice: [each],
  });
  const mark: Advice = { kind: 'add-blank-import', path: only('mark'), span };
  const ofPoints = Object.values(points).map((point): [string, Aspect] => [`point ${point.kind}`, aspect(point, mark)]);
  const ofOptions = Object.values(options).map((option): [string, Aspect] => [
    `option ${option.kind}`,
    aspect({ kind: 'function', options: [option], span }, mark),
  ]);
  const ofAdvice = Object.values(advice).flatMap((samples) =>
    samples.map((sample, at): [string, Aspect] => [
      `advice ${sample.advice.kind} ${at + 1}`,
      aspect(sample.point, sample.advice as Advice),
    ]),
  );
  return new Map([...ofPoints, ...ofOptions, ...ofAdvice]);
}
