import type { Span } from '../diagnostic.ts';
import { failure } from '../message.ts';
import { texts } from '../texts/view.ts';

/** Raised when a file holds no request of OTLP. */
export function badTelemetryFile(span: Span, reason: string): never {
  throw failure(texts.view_bad_file, { reason }, { span });
}

/** Raised when the address to listen on is not one of this machine alone. */
export function badListenAddress(address: string): never {
  throw failure(texts.view_bad_address, { address });
}

/** Raised when another program listens on the address. */
export function portTaken(address: string): never {
  throw failure(texts.view_port_taken, { address });
}
