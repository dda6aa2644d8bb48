import type { Delivery, OnRequest } from '../../../otlp/receive.ts';
import { type OtlpSink, startSink } from '../../../otlp/sink.ts';
import type { PageAssets } from '../../../page/render-page.ts';
import type { FedRequest } from '../../../page/telemetry/client/feed.ts';
import { renderTelemetry } from '../../../page/telemetry/render-telemetry.ts';
import { portTaken } from '../../../report/codes/view.ts';
import { addressText, type LoopbackAddress } from './listen-address.ts';
import { PageServer } from './page-server.ts';

/** A page that is being served, and a receiver of OTLP on the same port. */
export interface Served {
  /** Of the page. */
  readonly url: string;
  /** Where OTLP is received, all protocols on each port. */
  readonly endpoints: readonly string[];
  /** Shows a request as if it had been sent. */
  readonly add: (request: FedRequest) => void;
  close(): Promise<void>;
}

/**
 * Serves the page on the first address, and receives OTLP on all of them.
 *
 * @param onRequest gets each request too
 * @throws GotsError view_port_taken
 */
export async function serveTelemetry(
  assets: PageAssets,
  addresses: readonly LoopbackAddress[],
  onRequest: OnRequest = () => {},
): Promise<Served> {
  const page = new PageServer(renderTelemetry(assets, undefined));
  const sinks: OtlpSink[] = [];
  const close = async () => void (await Promise.all(sinks.map((sink) => sink.close())));
  for (const [at, address] of addresses.entries()) {
    try {
      sinks.push(
        await startSink({
          ...address,
          onRequest: (signal, request, delivery: Delivery) => {
            page.add(signal, request);
            onRequest(signal, request, delivery);
          },
          onOther: at === 0 ? (request, response) => page.answer(request, response) : undefined,
        }),
      );
    } catch (error) {
      await close();
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') portTaken(addressText(address));
      throw error;
    }
  }
  const endpoints = sinks.map(({ urls }) => urls.http);
  return {
    url: `${endpoints[0]}/`,
    endpoints,
    add: ({ signal, request }) => page.add(signal, request),
    close,
  };
}
