import type { OtlpRequest, Signal } from '../../../otlp/otlp-json.ts';
import type { Collection } from '../model/collection.ts';

/** A request as the page gets it. */
export interface FedRequest {
  readonly signal: Signal;
  readonly request: OtlpRequest;
}

/** How the page gets its data. */
export interface FeedState {
  readonly kind: 'file' | 'live' | 'lost';
}

/** What the page itself holds: the requests of files. Undefined where a server sends them. */
export function heldRequests(): readonly FedRequest[] | undefined {
  const text = document.getElementById('requests')?.textContent;
  return text ? (JSON.parse(text) as readonly FedRequest[]) : undefined;
}

/**
 * Follows the server. A connection that is lost is opened again by the browser, which names the last event that came; a server that
 * was started since sends everything, and what came from the old one goes.
 */
export function follow(
  collection: Collection,
  on: { readonly change: () => void; readonly state: (state: FeedState) => void },
): void {
  const source = new EventSource('events');
  let run: string | undefined;
  source.addEventListener('hello', ({ data }) => {
    if (run !== undefined && run !== data) collection.clear();
    run = data;
    on.state({ kind: 'live' });
    on.change();
  });
  source.addEventListener('message', ({ data }) => {
    const { signal, request } = JSON.parse(data) as FedRequest;
    collection.add(signal, request);
    on.change();
  });
  source.addEventListener('error', () => on.state({ kind: 'lost' }));
}
