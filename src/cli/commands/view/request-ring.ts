import type { OtlpRequest, Signal } from '../../../otlp/otlp-json.ts';

/** A request as it is sent to pages. */
interface KeptRequest {
  readonly id: number;
  readonly signal: Signal;
  /** Of the JSON that pages get. */
  readonly text: string;
  readonly items: number;
}

/** The newest requests, for pages that are opened later. A page keeps as many spans and log records itself. */
const most = { traces: 20_000, logs: 20_000, metrics: 200 } as const;
/** In all, in UTF-16 units. */
const mostText = 64_000_000;

/** Requests that came, up to a number and a size: the oldest go first. */
export class RequestRing {
  #kept: KeptRequest[] = [];
  #nextId = 1;
  #text = 0;
  readonly #items: Record<Signal, number> = { traces: 0, metrics: 0, logs: 0 };

  add(signal: Signal, request: OtlpRequest): KeptRequest {
    const text = JSON.stringify({ signal, request });
    const kept = { id: this.#nextId++, signal, text, items: itemsOf(signal, request) };
    this.#kept.push(kept);
    this.#count(kept, 1);
    const over = (each: KeptRequest) => this.#items[each.signal] > most[each.signal] || this.#text > mostText;
    this.#kept = this.#kept.filter((each) => {
      if (each === kept || !over(each)) return true;
      this.#count(each, -1);
      return false;
    });
    return kept;
  }

  /** Those that came after another; 0: all. */
  after(id: number): readonly KeptRequest[] {
    return this.#kept.filter((each) => each.id > id);
  }

  #count({ signal, items, text }: KeptRequest, sign: 1 | -1): void {
    this.#items[signal] += sign * items;
    this.#text += sign * text.length;
  }
}

/** Of metrics, requests are counted: each tells the whole state. */
function itemsOf(signal: Signal, request: OtlpRequest): number {
  if (signal === 'metrics') return 1;
  const spans = (request.resourceSpans ?? []).flatMap(({ scopeSpans = [] }) => scopeSpans.map((scope) => scope.spans));
  const logs = (request.resourceLogs ?? []).flatMap(({ scopeLogs = [] }) => scopeLogs.map((scope) => scope.logRecords));
  return [...spans, ...logs].reduce((sum, list) => sum + (list?.length ?? 0), 0);
}
