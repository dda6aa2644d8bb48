import type { OtlpSpan, TracesRequest } from '../../../otlp/otlp-json.ts';
import { type Attribute, attributesOf, attributeValue } from './attributes.ts';

export const spanKinds = ['', 'internal', 'server', 'client', 'producer', 'consumer'] as const;

export interface ShownEvent {
  readonly name: string;
  readonly timeNs: bigint;
  readonly attributes: readonly Attribute[];
}

export interface ShownLink {
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: readonly Attribute[];
}

/** A span as the page shows it. Times are nanoseconds, since 1970 where they are bigint. */
export interface ShownSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** '' for the first span of a trace. */
  readonly parentId: string;
  readonly name: string;
  readonly kind: string;
  readonly service: string;
  readonly scope: string;
  readonly startNs: bigint;
  readonly durationNs: number;
  readonly isError: boolean;
  readonly statusMessage: string;
  readonly attributes: readonly Attribute[];
  readonly resource: readonly Attribute[];
  readonly events: readonly ShownEvent[];
  readonly links: readonly ShownLink[];
  /** Attributes, events and links that the sender has left out. */
  readonly dropped: number;
}

const statusError = 2;

/** The spans of a request; those without ids are none. */
export function spansOf({ resourceSpans = [] }: TracesRequest): readonly ShownSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans = [] }) => {
    const attributes = attributesOf(resource?.attributes);
    const service = serviceOf(attributes);
    return scopeSpans.flatMap(({ scope, spans = [] }) => {
      const from = { resource: attributes, service, scope: nameOfScope(scope) };
      return spans.filter(({ traceId, spanId }) => traceId && spanId).map((span) => spanOf(span, from));
    });
  });
}

export function serviceOf(resource: readonly Attribute[]): string {
  return attributeValue(resource, 'service.name') || 'unknown service';
}

export function nameOfScope(scope: { readonly name?: string; readonly version?: string } | undefined): string {
  return [scope?.name ?? '', scope?.version ?? ''].filter(Boolean).join(' ');
}

export function timeOf(text: string | undefined): bigint {
  return BigInt(text ?? 0);
}

function spanOf(span: OtlpSpan, from: Pick<ShownSpan, 'resource' | 'service' | 'scope'>): ShownSpan {
  const startNs = timeOf(span.startTimeUnixNano);
  const endNs = timeOf(span.endTimeUnixNano);
  return {
    ...from,
    traceId: span.traceId ?? '',
    spanId: span.spanId ?? '',
    parentId: /^0*$/.test(span.parentSpanId ?? '') ? '' : (span.parentSpanId ?? ''),
    name: span.name ?? '',
    kind: spanKinds[span.kind ?? 0] ?? '',
    startNs,
    durationNs: endNs > startNs ? Number(endNs - startNs) : 0,
    isError: span.status?.code === statusError,
    statusMessage: span.status?.message ?? '',
    attributes: attributesOf(span.attributes),
    events: (span.events ?? []).map((event) => ({
      name: event.name ?? '',
      timeNs: timeOf(event.timeUnixNano),
      attributes: attributesOf(event.attributes),
    })),
    links: (span.links ?? []).map((link) => ({
      traceId: link.traceId ?? '',
      spanId: link.spanId ?? '',
      attributes: attributesOf(link.attributes),
    })),
    dropped: (span.droppedAttributesCount ?? 0) + (span.droppedEventsCount ?? 0) + (span.droppedLinksCount ?? 0),
  };
}
