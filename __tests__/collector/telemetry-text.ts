import type {
  AnyValue,
  KeyValue,
  Metric,
  Point,
  Resource,
  Scoped,
  Span,
  TelemetryRequest,
} from '../../scripts/semconv/form.ts';

/** The fields that the conventions say nothing of, and that link one record with another. */
interface Linked {
  readonly traceId?: string;
  readonly spanId?: string;
  readonly parentSpanId?: string;
}
interface TimedSpan extends Span, Linked {
  readonly startTimeUnixNano?: string;
  readonly endTimeUnixNano?: string;
}
interface LogRecord extends Linked {
  readonly severityNumber?: number;
  readonly severityText?: string;
  readonly body?: AnyValue;
  readonly attributes?: readonly KeyValue[];
}
interface TimedPoint extends Point {
  readonly count?: string | number;
  readonly exemplars?: readonly (Linked & { readonly filteredAttributes?: readonly KeyValue[] })[];
}

type Found<T> = T & { readonly scope: Scoped };

/** Everything that requests hold, without the requests: how many there were, and what came in which, depends on time. */
export interface Content {
  readonly resources: readonly (readonly KeyValue[])[];
  readonly spans: readonly Found<TimedSpan>[];
  readonly metrics: readonly Found<Metric>[];
  readonly logs: readonly Found<LogRecord>[];
}

export function contentOf(requests: readonly TelemetryRequest[]): Content {
  const of = <S extends Scoped, T>(scopes: readonly S[] | undefined, items: (scope: S) => readonly T[] | undefined) =>
    (scopes ?? []).flatMap((scope) => (items(scope) ?? []).map((item): Found<T> => ({ ...item, scope })));
  const resources = requests.flatMap(
    ({ resourceSpans, resourceMetrics, resourceLogs }): readonly Resource[] =>
      resourceSpans ?? resourceMetrics ?? resourceLogs ?? [],
  );
  return {
    resources: resources.map(({ resource }) => resource?.attributes ?? []),
    spans: requests.flatMap(({ resourceSpans }) =>
      (resourceSpans ?? []).flatMap(({ scopeSpans }) => of(scopeSpans, ({ spans }) => spans)),
    ),
    metrics: requests.flatMap(({ resourceMetrics }) =>
      (resourceMetrics ?? []).flatMap(({ scopeMetrics }) => of(scopeMetrics, ({ metrics }) => metrics)),
    ),
    logs: requests.flatMap(({ resourceLogs }) =>
      (resourceLogs ?? []).flatMap(({ scopeLogs }) => of(scopeLogs, ({ logRecords }) => logRecords)),
    ),
  };
}

/** Attributes whose values differ from run to run. */
const varying = /^(process\.(pid|creation\.time|runtime\.version)|service\.instance\.id|.*\.port)$/;
/** Attributes that some machines have. */
const ofMachine = /^(container|host|os|k8s|cloud|faas|aws|gcp)\./;
/** Exporters are named, and tell how an export ended, by their protocol. */
const ofProtocol = (text: string) =>
  text
    .replace(/otlp_(http_json|http|grpc)_/g, 'otlp_…_')
    .replace(/^(http\.response\.status_code=200|rpc\.response\.status_code="OK")$/, 'status=ok');
/** What an export or collection of metrics leaves behind is there from the next one on, if there is one. */
const ofLaterCollections = /otlp_…_metric_exporter|_metric_reader/;

/** The content as a text that is the same in each run: ids become places in a tree, times an order, and what varies a `…`. */
export function textOfTraces({ resources, spans }: Content): string {
  return `${textOfResources(resources)}\n${forest(spans)}`;
}

export function textOfMetrics({ resources, metrics }: Content): string {
  // Sums since the start: the last collection has all.
  const last = new Map(metrics.map((metric) => [`${metric.scope.scope?.name} ${metric.name}`, metric]));
  const texts = [...last.values()].flatMap((metric) => {
    const { name, unit, gauge, sum, histogram, exponentialHistogram } = metric;
    const kind = { gauge, sum, histogram, exponentialHistogram };
    const [[type = '', data] = []] = Object.entries(kind).filter(([, each]) => each !== undefined);
    const how = [
      type,
      ...(data?.isMonotonic ? ['monotonic'] : []),
      ...(data?.aggregationTemporality ? [['', 'delta', 'cumulative'][data.aggregationTemporality]] : []),
    ];
    // Which series the runtime and the SDK have is steady, what they count is not.
    const counted = /^(http|db|rpc|messaging)\..*\.duration$/.test(name ?? '');
    const points = (data?.dataPoints ?? [])
      .map((point) => `    ${pointText(point, counted)}`)
      .filter((text) => !ofLaterCollections.test(text));
    if (points.length === 0) return [];
    return [[`  ${name} [${unit}] ${how.join(' ')} ${scopeText(metric.scope)}`, ...points.sort()].join('\n')];
  });
  return `${textOfResources(resources)}\nmetrics\n${texts.sort().join('\n')}\n`;
}

export function textOfLogs(content: Content): string {
  const names = new Map(content.spans.map(({ spanId, name }) => [spanId, name]));
  const texts = content.logs.map(({ severityNumber, severityText, body, attributes, spanId, scope }) => {
    const inside = spanId ? `in ${names.get(spanId) ?? 'a span that was not sent'}` : 'in no span';
    const level = `${severityNumber ?? 0} ${severityText ?? ''}`.trim();
    return [`  ${level} ${valueText(body)} ${inside} ${scopeText(scope)}`, ...attributeTexts(attributes, '    ')].join(
      '\n',
    );
  });
  return `${textOfResources(content.resources)}\nlogs\n${texts.sort().join('\n')}\n`;
}

function textOfResources(resources: Content['resources']): string {
  const texts = new Set(resources.map((attributes) => attributeTexts(attributes, '  ').join('\n')));
  return [...texts].map((text) => `resource\n${text}\n`).join('');
}

/** Spans below their parents, in the order in which they began. */
function forest(spans: Content['spans']): string {
  const ids = new Set(spans.map(({ spanId }) => spanId));
  const begin = ({ startTimeUnixNano }: TimedSpan) => BigInt(startTimeUnixNano ?? 0);
  const inOrder = [...spans].sort((a, b) => (begin(a) < begin(b) ? -1 : begin(a) > begin(b) ? 1 : 0));
  const below = (parent: TimedSpan | undefined, indent: string): string =>
    inOrder
      .filter((span) =>
        parent === undefined
          ? !span.parentSpanId || !ids.has(span.parentSpanId)
          : span.parentSpanId === parent.spanId && span.traceId === parent.traceId,
      )
      .map((span) => `${spanText(span, indent)}${below(span, `${indent}  `)}`)
      .join('');
  return `spans\n${below(undefined, '  ')}`;
}

const kinds = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'];

function spanText(span: Found<TimedSpan>, indent: string): string {
  const { name, kind, status, attributes, events, parentSpanId, scope } = span;
  const failed = status?.code ? ` status ${status.code}` : '';
  const lost = parentSpanId && indent === '  ' ? ' below a span that was not sent' : '';
  return [
    `${indent}${name} ${kinds[kind ?? 0]}${failed}${lost} ${scopeText(scope)}`,
    ...attributeTexts(attributes, `${indent}  · `),
    ...(events ?? []).flatMap((event) => [
      `${indent}  event ${event.name}`,
      ...attributeTexts(event.attributes, `${indent}    · `),
    ]),
    '',
  ].join('\n');
}

function pointText(point: TimedPoint, counted: boolean): string {
  const { attributes, explicitBounds, count, asInt, asDouble } = point;
  return [
    `{${attributeTexts(attributes, '').map(ofProtocol).sort().join(', ')}}`,
    asInt !== undefined ? 'int' : asDouble !== undefined ? 'double' : '',
    counted ? `count ${count}` : '',
    explicitBounds ? `bounds ${explicitBounds.length > 20 ? 'of the runtime' : explicitBounds.join(' ')}` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}

const scopeText = ({ scope, schemaUrl }: Scoped) =>
  `(${scope?.name?.replace('github.com/gots-dev/gots/aspects/', '')}, ${schemaUrl?.replace(/.*\//, 'conventions ') || 'no schema'})`;

function attributeTexts(attributes: readonly KeyValue[] | undefined, indent: string): string[] {
  return (attributes ?? [])
    .filter(({ key = '' }) => !ofMachine.test(key))
    .map(({ key = '', value }) => `${indent}${key}=${varying.test(key) ? '…' : steady(valueText(value))}`)
    .sort();
}

/** Ports of the loopback interface, and positions in the standard library's sources, are others each time. */
const steady = (text: string) =>
  text
    .replace(/(127\.0\.0\.1|\[::1\]):\d+/g, '$1:…')
    .replace(/"\/[^"]*\/__tests__\//g, '"…/__tests__/')
    .replace(/go1\.\d+(\.\d+)?/g, 'go1.…');

function valueText(value: AnyValue | undefined): string {
  if (value?.arrayValue) return `[${(value.arrayValue.values ?? []).map(valueText).join(' ')}]`;
  if (value?.kvlistValue) return `{${attributeTexts(value.kvlistValue.values, '').join(' ')}}`;
  const [plain] = Object.values(value ?? {});
  return typeof plain === 'string' && value?.stringValue !== undefined ? JSON.stringify(plain) : `${plain}`;
}

/** What does not fit together: spans that end before they begin, exemplars and logs of spans that were not sent. */
export function contradictions({ spans, metrics, logs }: Content): string[] {
  const sent = new Set(spans.map(({ traceId, spanId }) => `${traceId} ${spanId}`));
  const strayed = (what: string, { traceId, spanId }: Linked) =>
    (traceId || spanId) && !sent.has(`${traceId} ${spanId}`) ? [`${what} is of a span that was not sent`] : [];
  return [
    ...spans.flatMap(({ name, startTimeUnixNano, endTimeUnixNano }) =>
      BigInt(startTimeUnixNano ?? 0) > 0n && BigInt(endTimeUnixNano ?? 0) >= BigInt(startTimeUnixNano ?? 0)
        ? []
        : [`${name} lasts from ${startTimeUnixNano} to ${endTimeUnixNano}`],
    ),
    ...metrics.flatMap(({ name, histogram }) =>
      (histogram?.dataPoints ?? []).flatMap(({ exemplars }: TimedPoint) =>
        (exemplars ?? []).flatMap((each) => strayed(`an exemplar of ${name}`, each)),
      ),
    ),
    ...logs.flatMap((record) => strayed(`the record ${valueText(record.body)}`, record)),
  ];
}
