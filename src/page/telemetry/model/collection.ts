import type { OtlpRequest, Signal } from '../../../otlp/otlp-json.ts';
import { logsOf, type ShownLog } from './logs.ts';
import { MetricTable } from './metrics.ts';
import { ShownTrace } from './shown-trace.ts';
import { spansOf } from './spans.ts';

/** What a page holds at most. The oldest traces and log records go first; of metrics, new series are left out. */
export const limits = { spans: 20_000, logs: 20_000, series: 5_000 } as const;

/** All that has come and is still there. */
export class Collection {
  readonly traces = new Map<string, ShownTrace>();
  logs: ShownLog[] = [];
  metrics: MetricTable = new MetricTable();
  spanCount = 0;
  /** Spans that came and are not kept, because their trace has as many as a page holds. */
  leftOut = 0;
  /** Log records of each span, by its id. */
  readonly logsOfSpan = new Map<string, ShownLog[]>();

  add(signal: Signal, request: OtlpRequest): void {
    if (signal === 'traces') this.#addSpans(request);
    else if (signal === 'logs') this.#addLogs(request);
    else this.metrics.add(request, limits.series);
  }

  clear(): void {
    this.traces.clear();
    this.logs = [];
    this.logsOfSpan.clear();
    this.metrics = new MetricTable();
    this.spanCount = 0;
    this.leftOut = 0;
  }

  #addSpans(request: OtlpRequest): void {
    for (const span of spansOf(request)) {
      let trace = this.traces.get(span.traceId);
      if (!trace) {
        trace = new ShownTrace(span.traceId);
        this.traces.set(span.traceId, trace);
      }
      const before = trace.spans.length;
      // One trace alone may be too large: then its further spans are left out.
      if (before >= limits.spans) this.leftOut++;
      else trace.add(span);
      this.spanCount += trace.spans.length - before;
    }
    for (const [id, trace] of this.traces) {
      if (this.spanCount <= limits.spans || this.traces.size === 1) break;
      this.traces.delete(id);
      this.spanCount -= trace.spans.length;
    }
  }

  #addLogs(request: OtlpRequest): void {
    const added = logsOf(request);
    this.logs.push(...added);
    for (const log of added) {
      if (log.spanId === '') continue;
      const own = this.logsOfSpan.get(log.spanId);
      if (own) own.push(log);
      else this.logsOfSpan.set(log.spanId, [log]);
    }
    const gone = this.logs.splice(0, Math.max(0, this.logs.length - limits.logs));
    for (const { spanId } of gone) this.logsOfSpan.get(spanId)?.shift();
    for (const { spanId } of gone) if (this.logsOfSpan.get(spanId)?.length === 0) this.logsOfSpan.delete(spanId);
  }
}
