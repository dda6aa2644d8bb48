import { expect, test } from 'vitest';
import { expectConventional, printedRequests } from '../../../support/conventions.ts';
import { requestOf } from '../../../support/sdk-telemetry.ts';

const schemaUrl = 'https://opentelemetry.io/schemas/1.43.0';
const scope = { Name: 'github.com/gots-dev/gots/aspects/net/http', SchemaURL: schemaUrl };
const text = (Key: string, Value: string) => ({ Key, Value: { Type: 'STRING', Value } });
const whole = (Key: string, Value: number) => ({ Key, Value: { Type: 'INT64', Value } });
const resource = [
  text('service.name', 'shop'),
  text('telemetry.sdk.language', 'go'),
  text('telemetry.sdk.name', 'opentelemetry'),
  text('telemetry.sdk.version', '1.47.0'),
];
const attributes = [
  text('http.request.method', 'GET'),
  text('url.path', '/orders/7'),
  text('url.scheme', 'http'),
  whole('http.response.status_code', 200),
];
const span = {
  Name: 'GET',
  SpanKind: 2,
  Status: { Code: 'Unset' },
  Attributes: attributes,
  Events: null,
  Links: null,
  Resource: resource,
  InstrumentationScope: scope,
};
const duration = {
  Name: 'http.server.request.duration',
  Unit: 's',
  Float: true,
  Data: {
    Temporality: 'CumulativeTemporality',
    DataPoints: [
      {
        Attributes: [text('http.request.method', 'GET'), text('url.scheme', 'http')],
        Bounds: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        BucketCounts: [1, ...Array.from({ length: 14 }, () => 0)],
        Exemplars: [{ FilteredAttributes: null }],
      },
    ],
  },
};
const active = {
  Name: 'http.server.active_requests',
  Unit: '{request}',
  Float: false,
  Data: {
    Temporality: 'CumulativeTemporality',
    IsMonotonic: false,
    DataPoints: [{ Attributes: [text('http.request.method', 'GET'), text('url.scheme', 'http')], Value: 1 }],
  },
};
const metrics = (...all: (typeof duration | typeof active)[]) => ({
  metrics: { Resource: resource, ScopeMetrics: [{ Scope: scope, Metrics: all }] },
});
const log = (...more: ReturnType<typeof text>[]) => ({ log: { Scope: scope, Resource: resource, Attributes: more } });

test('what the SDK writes is compared as OTLP is', () => {
  const { InstrumentationScope, ...older } = span;
  const lines = [
    { span },
    { span: { ...older, InstrumentationLibrary: InstrumentationScope } },
    metrics(duration, active),
    log(text('code.function.name', 'main')),
  ];
  expectConventional(lines.map(requestOf));
});

test.each([
  ['an unknown attribute', { span: { ...span, Attributes: [...attributes, text('http.method', 'GET')] } }],
  [
    'a wrong type',
    { span: { ...span, Attributes: [text('http.response.status_code', '200'), ...attributes.slice(0, 3)] } },
  ],
  ['a missing attribute', { span: { ...span, Attributes: attributes.slice(1) } }],
  ['a missing attribute of a failure', { span: { ...span, Status: { Code: 'Error' } } }],
  ['a wrong kind', { span: { ...span, SpanKind: 1 } }],
  ['an event without attributes', { span: { ...span, Events: [{ Name: 'exception', Attributes: null }] } }],
  ['an unknown attribute of a link', { span: { ...span, Links: [{ Attributes: [text('why', 'x')] }] } }],
  ['no schema', { span: { ...span, InstrumentationScope: { ...scope, SchemaURL: '' } } }],
  ['a resource without a name', { span: { ...span, Resource: resource.slice(1) } }],
  ['a wrong unit', metrics({ ...duration, Unit: 'ms' })],
  ['a wrong number', metrics({ ...active, Float: true })],
  ['a wrong instrument', metrics({ ...active, Data: { ...active.Data, IsMonotonic: true } })],
  ['an unknown attribute of a log record', log(text('order.id', '7'))],
])('%s is found', (_, line) => {
  expect(() => expectConventional([requestOf(line)])).toThrow();
});

test('telemetry without anything of gots shows nothing', () => {
  expect(() => expectConventional([])).toThrow();
  expect(() =>
    expectConventional([requestOf({ span: { ...span, InstrumentationScope: { ...scope, Name: 'mine' } } })]),
  ).toThrow();
});

test('requests are found in what a program prints', () => {
  const request = { resourceSpans: [] };
  expect(printedRequests(`hello\n${JSON.stringify(request)}\n{"msg":"a line of the program"}\n`)).toEqual([request]);
});
