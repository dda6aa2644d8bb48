import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OtlpRequest, Signal } from '../../../otlp/otlp-json.ts';
import type { TelemetryPage } from '../../../page/telemetry/render-telemetry.ts';
import { RequestRing } from './request-ring.ts';

/** A page that does not read has this much sent ahead; then it is cut off, and asks for the rest when it connects again. */
const mostUnread = 16_000_000;

/** Serves the page, and sends it what comes, as events (HTML, "Server-sent events"). */
export class PageServer {
  readonly #page: TelemetryPage;
  readonly #ring = new RequestRing();
  /** A page that was opened before this process started has to forget what it holds. */
  readonly #run = randomUUID();
  readonly #followers = new Set<ServerResponse>();

  constructor(page: TelemetryPage) {
    this.#page = page;
  }

  add(signal: Signal, request: OtlpRequest): void {
    const { id, text } = this.#ring.add(signal, request);
    for (const follower of this.#followers) send(follower, `id: ${this.#run} ${id}\ndata: ${text}\n\n`);
  }

  /** Answers a request for the page or for its events. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const refuse = (status: number, text: string) =>
      response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(`${text}\n`);
    // A page of another site may have its own name lead to this machine (DNS rebinding), and would then read what is here.
    if (!isOwnHost(request.headers.host))
      return void refuse(403, 'this page is served to 127.0.0.1, localhost and [::1]');
    if (request.method !== 'GET') return void refuse(405, 'only GET');
    const path = (request.url ?? '').split('?')[0];
    if (path === '/events') this.#follow(request, response);
    else if (path === '/') this.#sendPage(response);
    else refuse(404, 'the page is at /');
  }

  #sendPage(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `${this.#page.policy}; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
    response.end(this.#page.html);
  }

  #follow(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    const [run, id] = String(request.headers['last-event-id'] ?? '').split(' ');
    send(response, `retry: 1000\nevent: hello\ndata: ${this.#run}\n\n`);
    for (const kept of this.#ring.after(run === this.#run ? Number(id) || 0 : 0))
      response.write(`id: ${this.#run} ${kept.id}\ndata: ${kept.text}\n\n`);
    this.#followers.add(response);
    response.on('close', () => this.#followers.delete(response));
    response.on('error', () => {}); // it is closed then
  }
}

function send(response: ServerResponse, text: string): void {
  if (response.writableLength > mostUnread) response.destroy();
  else response.write(text);
}

/** Whether a Host header names the loopback interface. */
export function isOwnHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '');
}
