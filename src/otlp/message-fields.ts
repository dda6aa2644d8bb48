/** How a value is written in protobuf, and so how it reads in JSON: `id` is bytes that JSON has in hexadecimal. */
export type ScalarType =
  | 'string'
  | 'bytes'
  | 'id'
  | 'bool'
  | 'enum'
  | 'uint32'
  | 'sint32'
  | 'fixed32'
  | 'fixed64'
  | 'sfixed64'
  | 'int64'
  | 'uint64'
  | 'double';

export interface Field {
  /** As OTLP's JSON form has it. */
  readonly name: string;
  readonly type: ScalarType | Message;
  readonly isRepeated: boolean;
  /** The other fields of its oneof: the last one that is read stays. */
  readonly rivals: readonly string[];
}

/** The fields of a message, by number and by name. Filled in once all messages are there, because messages hold each other. */
export interface Message {
  readonly name: string;
  readonly byNumber: Map<number, Field>;
  readonly byName: Map<string, Field>;
}

/**
 * The messages of opentelemetry-proto 1.11: `number name type`, `*` for a repeated field, `/group` for a field of a oneof. Fields for
 * profiles alone are left out, and read as unknown ones.
 */
const table = {
  ExportTraceServiceRequest: '1 resourceSpans ResourceSpans*',
  ExportMetricsServiceRequest: '1 resourceMetrics ResourceMetrics*',
  ExportLogsServiceRequest: '1 resourceLogs ResourceLogs*',

  KeyValue: '1 key string, 2 value AnyValue',
  AnyValue: `1 stringValue string/value, 2 boolValue bool/value, 3 intValue int64/value, 4 doubleValue double/value,
    5 arrayValue ArrayValue/value, 6 kvlistValue KeyValueList/value, 7 bytesValue bytes/value`,
  ArrayValue: '1 values AnyValue*',
  KeyValueList: '1 values KeyValue*',
  InstrumentationScope: '1 name string, 2 version string, 3 attributes KeyValue*, 4 droppedAttributesCount uint32',
  Resource: '1 attributes KeyValue*, 2 droppedAttributesCount uint32, 3 entityRefs EntityRef*',
  EntityRef: '1 schemaUrl string, 2 type string, 3 idKeys string*, 4 descriptionKeys string*',

  ResourceSpans: '1 resource Resource, 2 scopeSpans ScopeSpans*, 3 schemaUrl string',
  ScopeSpans: '1 scope InstrumentationScope, 2 spans Span*, 3 schemaUrl string',
  Span: `1 traceId id, 2 spanId id, 3 traceState string, 4 parentSpanId id, 5 name string, 6 kind enum,
    7 startTimeUnixNano fixed64, 8 endTimeUnixNano fixed64, 9 attributes KeyValue*, 10 droppedAttributesCount uint32,
    11 events Event*, 12 droppedEventsCount uint32, 13 links Link*, 14 droppedLinksCount uint32, 15 status Status, 16 flags fixed32`,
  Event: '1 timeUnixNano fixed64, 2 name string, 3 attributes KeyValue*, 4 droppedAttributesCount uint32',
  Link: `1 traceId id, 2 spanId id, 3 traceState string, 4 attributes KeyValue*, 5 droppedAttributesCount uint32, 6 flags fixed32`,
  Status: '2 message string, 3 code enum',

  ResourceMetrics: '1 resource Resource, 2 scopeMetrics ScopeMetrics*, 3 schemaUrl string',
  ScopeMetrics: '1 scope InstrumentationScope, 2 metrics Metric*, 3 schemaUrl string',
  Metric: `1 name string, 2 description string, 3 unit string, 5 gauge Gauge/data, 7 sum Sum/data, 9 histogram Histogram/data,
    10 exponentialHistogram ExponentialHistogram/data, 11 summary Summary/data, 12 metadata KeyValue*`,
  Gauge: '1 dataPoints NumberDataPoint*',
  Sum: '1 dataPoints NumberDataPoint*, 2 aggregationTemporality enum, 3 isMonotonic bool',
  Histogram: '1 dataPoints HistogramDataPoint*, 2 aggregationTemporality enum',
  ExponentialHistogram: '1 dataPoints ExponentialHistogramDataPoint*, 2 aggregationTemporality enum',
  Summary: '1 dataPoints SummaryDataPoint*',
  NumberDataPoint: `7 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 asDouble double/value,
    6 asInt sfixed64/value, 5 exemplars Exemplar*, 8 flags uint32`,
  HistogramDataPoint: `9 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, 5 sum double,
    6 bucketCounts fixed64*, 7 explicitBounds double*, 8 exemplars Exemplar*, 10 flags uint32, 11 min double, 12 max double`,
  ExponentialHistogramDataPoint: `1 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64,
    5 sum double, 6 scale sint32, 7 zeroCount fixed64, 8 positive Buckets, 9 negative Buckets, 10 flags uint32,
    11 exemplars Exemplar*, 12 min double, 13 max double, 14 zeroThreshold double`,
  Buckets: '1 offset sint32, 2 bucketCounts uint64*',
  SummaryDataPoint: `7 attributes KeyValue*, 2 startTimeUnixNano fixed64, 3 timeUnixNano fixed64, 4 count fixed64, 5 sum double,
    6 quantileValues ValueAtQuantile*, 8 flags uint32`,
  ValueAtQuantile: '1 quantile double, 2 value double',
  Exemplar: `7 filteredAttributes KeyValue*, 2 timeUnixNano fixed64, 3 asDouble double/value, 6 asInt sfixed64/value, 4 spanId id,
    5 traceId id`,

  ResourceLogs: '1 resource Resource, 2 scopeLogs ScopeLogs*, 3 schemaUrl string',
  ScopeLogs: '1 scope InstrumentationScope, 2 logRecords LogRecord*, 3 schemaUrl string',
  LogRecord: `1 timeUnixNano fixed64, 2 severityNumber enum, 3 severityText string, 5 body AnyValue, 6 attributes KeyValue*,
    7 droppedAttributesCount uint32, 8 flags fixed32, 9 traceId id, 10 spanId id, 11 observedTimeUnixNano fixed64, 12 eventName string`,
} as const;

type MessageName = keyof typeof table;

const messages = new Map<string, Message>(
  Object.keys(table).map((name) => [name, { name, byNumber: new Map(), byName: new Map() }]),
);
const declaration = /^(\d+) (\w+) (\w+)(\*)?(?:\/(\w+))?$/;
for (const [owner, text] of Object.entries(table)) {
  const declared = text.split(/,\s*/).map((each) => {
    const [, number, name = '', type = '', many, group] = declaration.exec(each) ?? [];
    return { number: Number(number), name, type, many, group };
  });
  const message = messageNamed(owner as MessageName);
  for (const { number, name, type, many, group } of declared) {
    const rivals = declared.filter((other) => group !== undefined && other.group === group && other.name !== name);
    const field: Field = {
      name,
      type: messages.get(type) ?? (type as ScalarType),
      isRepeated: many !== undefined,
      rivals: rivals.map((other) => other.name),
    };
    message.byNumber.set(number, field);
    message.byName.set(name, field);
  }
}

function messageNamed(name: MessageName): Message {
  return messages.get(name) as Message;
}

/** The requests of the three signals. */
export const requestMessages = {
  traces: messageNamed('ExportTraceServiceRequest'),
  metrics: messageNamed('ExportMetricsServiceRequest'),
  logs: messageNamed('ExportLogsServiceRequest'),
} as const satisfies Record<string, Message>;
