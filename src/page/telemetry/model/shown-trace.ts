import type { ShownSpan } from './spans.ts';

/** The spans of one trace id that have come so far. */
export class ShownTrace {
  readonly id: string;
  readonly spans: ShownSpan[] = [];
  startNs = 0n;
  endNs = 0n;
  errors = 0;
  /** In the order in which they were seen. */
  readonly services = new Set<string>();
  readonly #at = new Map<string, number>();

  constructor(id: string) {
    this.id = id;
  }

  get durationNs(): number {
    return Number(this.endNs - this.startNs);
  }

  /** The first span without a parent; where that has not come, the first of all. */
  get root(): ShownSpan | undefined {
    return this.spans.find(({ parentId }) => parentId === '') ?? this.spans.reduce(earlier, this.spans[0]);
  }

  /** Takes a span in. One that came before, because its sender tried twice, takes the place of the old one. */
  add(span: ShownSpan): void {
    const endNs = span.startNs + BigInt(span.durationNs);
    if (this.spans.length === 0 || span.startNs < this.startNs) this.startNs = span.startNs;
    if (this.spans.length === 0 || endNs > this.endNs) this.endNs = endNs;
    // Where a server continues the span id of its client (B3), there are two spans of one id.
    const key = JSON.stringify([span.spanId, span.service, span.kind]);
    const at = this.#at.get(key);
    if (at === undefined) {
      this.#at.set(key, this.spans.length);
      this.spans.push(span);
    } else {
      if (this.spans[at]?.isError) this.errors--;
      this.spans[at] = span;
    }
    if (span.isError) this.errors++;
    this.services.add(span.service);
  }
}

function earlier(a: ShownSpan | undefined, b: ShownSpan): ShownSpan {
  return a === undefined || b.startNs < a.startNs ? b : a;
}
