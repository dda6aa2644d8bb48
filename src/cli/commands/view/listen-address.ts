import { badListenAddress } from '../../../report/codes/view.ts';

/** An address of the loopback interface. */
export interface LoopbackAddress {
  readonly host: '127.0.0.1' | '::1';
  readonly port: number;
}

/** Where programs send that were told nothing: the ports of OTLP/HTTP and OTLP/gRPC. */
export const standardAddresses: readonly [http: LoopbackAddress, grpc: LoopbackAddress] = [
  { host: '127.0.0.1', port: 4318 },
  { host: '127.0.0.1', port: 4317 },
];

/**
 * Reads `127.0.0.1:4318`, `localhost:4318`, `[::1]:4318`, `:4318` or `4318`; port 0 is any that is free.
 *
 * @throws GotsError view_bad_address
 */
export function readListenAddress(text: string): LoopbackAddress {
  const [, host = '', digits = ''] = /^(?:(127\.0\.0\.1|localhost|\[::1\])?:)?(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port > 65_535) return badListenAddress(text);
  return { host: host === '[::1]' ? '::1' : '127.0.0.1', port };
}

export function addressText({ host, port }: LoopbackAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}
