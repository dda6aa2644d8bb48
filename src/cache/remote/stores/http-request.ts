import { SilenceWatch } from '../silence-watch.ts';
import { RemoteError } from './blob-store.ts';

/** A refusal of more bytes is cut off. */
const mostRefusal = 64 * 1024;

/** One request, and what may be waited for. */
export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'DELETE' | 'PROPFIND';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
  /** More bytes of an answer than this are refused. */
  readonly mostBytes: number;
  /** Told of the bytes of an answer as they come. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** Gives up. */
  readonly signal?: AbortSignal | undefined;
}

/** An answer of a server, whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
  readonly headers: Headers;
}

/** How long a server may be silent, in ms. */
export interface Patience {
  /** Until the answer begins. */
  readonly answerMs: number;
  /** Between two parts of it. */
  readonly pauseMs: number;
}

/** A build waits: a server that is silent for longer is slower than the compiler. */
export const hasty: Patience = { answerMs: 900, pauseMs: 900 };
/** No build waits for an upload. */
export const patient: Patience = { answerMs: 60_000, pauseMs: 30_000 };

/**
 * Sends a request and reads the whole answer. Redirects are not followed: credentials would go elsewhere.
 *
 * @throws RemoteError if there is no answer, no whole one, or none in time; an answer of any status is one
 */
export async function request(what: HttpRequest, patience: Patience): Promise<HttpAnswer> {
  const controller = new AbortController();
  let why = '';
  // Not by timers of that length: while this process unpacks or has no processor, what the server sends is not read.
  const patienceOf = (ms: number, text: string) => {
    const giveUp = () => {
      why = text;
      controller.abort();
    };
    return new SilenceWatch(giveUp, { mostMs: ms });
  };
  const answer = patienceOf(patience.answerMs, `no answer within ${patience.answerMs / 1000} s`);
  const pause = patienceOf(patience.pauseMs, `the answer stopped for ${patience.pauseMs / 1000} s`);
  const give = () => controller.abort();
  what.signal?.addEventListener('abort', give);
  if (what.signal?.aborted) give();
  try {
    const response = await answer.during(
      fetch(what.url, {
        method: what.method,
        headers: { ...what.headers },
        body: what.body ? new Uint8Array(what.body) : null,
        redirect: 'manual',
        signal: controller.signal,
      }),
    );
    const parts: Uint8Array[] = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (;;) {
      const part = reader && (await pause.during(reader.read()));
      if (part === undefined || part.done) break;
      pause.heard();
      length += part.value.length;
      // What a server says to a refusal is of no interest, and may be longer than what was asked for.
      if (length > (response.ok ? what.mostBytes : Math.max(what.mostBytes, mostRefusal))) {
        controller.abort();
        throw new RemoteError(`the answer has more than ${what.mostBytes} bytes`);
      }
      what.onBytes?.(part.value.length);
      parts.push(part.value);
    }
    return { status: response.status, body: Buffer.concat(parts), headers: response.headers };
  } catch (error) {
    if (error instanceof RemoteError) throw error;
    throw new RemoteError(why || causeOf(error));
  } finally {
    what.signal?.removeEventListener('abort', give);
  }
}

/** What fetch hides in the cause of its `TypeError: fetch failed`. */
function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

/**
 * Tells what an answer says that is neither success nor expected.
 *
 * @throws RemoteError
 */
export function reject({ status, headers }: HttpAnswer): never {
  if (status >= 300 && status < 400) {
    const to = headers.get('location');
    throw new RemoteError(`it redirects (${status})${to ? ` to ${hostOf(to)}` : ''}`, status);
  }
  if (status === 401 || status === 403) throw new RemoteError(`it refuses these credentials (${status})`, status);
  throw new RemoteError(`it answers with status ${status}`, status);
}

function hostOf(location: string): string {
  try {
    return new URL(location).host;
  } catch {
    return location.slice(0, 60);
  }
}
