import type { LogRecord, LogsRequest } from '../../../otlp/otlp-json.ts';
import { type Attribute, attributesOf, valueText } from './attributes.ts';
import { nameOfScope, serviceOf, timeOf } from './spans.ts';

/** A log record as the page shows it. */
export interface ShownLog {
  readonly timeNs: bigint;
  /** 1 to 24, 0 where the sender did not say (logs data model, SeverityNumber). */
  readonly severity: number;
  readonly severityText: string;
  readonly service: string;
  readonly scope: string;
  readonly body: string;
  /** '' where the record belongs to no trace. */
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: readonly Attribute[];
  readonly resource: readonly Attribute[];
}

export const severities = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

export function severityName(severity: number): string {
  return severity === 0 ? '' : (severities[Math.min(5, Math.floor((severity - 1) / 4))] ?? '');
}

export function logsOf({ resourceLogs = [] }: LogsRequest): readonly ShownLog[] {
  return resourceLogs.flatMap(({ resource, scopeLogs = [] }) => {
    const attributes = attributesOf(resource?.attributes);
    const service = serviceOf(attributes);
    return scopeLogs.flatMap(({ scope, logRecords = [] }) =>
      logRecords.map((record) => logOf(record, { resource: attributes, service, scope: nameOfScope(scope) })),
    );
  });
}

function logOf(record: LogRecord, from: Pick<ShownLog, 'resource' | 'service' | 'scope'>): ShownLog {
  const severity = record.severityNumber ?? 0;
  const isTraced = /[1-9a-f]/.test(record.traceId ?? '');
  return {
    ...from,
    timeNs: timeOf(record.timeUnixNano) || timeOf(record.observedTimeUnixNano),
    severity,
    severityText: record.severityText || severityName(severity),
    body: record.body ? valueText(record.body) : (record.eventName ?? ''),
    traceId: isTraced ? (record.traceId ?? '') : '',
    spanId: isTraced ? (record.spanId ?? '') : '',
    attributes: attributesOf(record.attributes),
  };
}
