import { failure } from '../message.ts';
import { texts } from '../texts/remote.ts';

/** @param url without a password */
export function remoteBadUrl(url: string): never {
  throw failure(texts.remote_bad_url, { url });
}

export function remoteBadMode(mode: string, modes: string): never {
  throw failure(texts.remote_bad_mode, { mode, modes });
}

/** @param reason does not hold the key */
export function remoteBadKey(reason: string): never {
  throw failure(texts.remote_bad_key, { reason });
}

/** A command about the shared cache, and none is set. */
export function remoteNotSet(): never {
  throw failure(texts.remote_not_set, {});
}

/** A command that changes the shared cache where it may only be read. */
export function remoteReadOnly(place: string): never {
  throw failure(texts.remote_read_only, { place });
}

/** A command that needs the server's answer, and gets none. */
export function remoteFailed(place: string, reason: string): never {
  throw failure(texts.remote_failed, { place, reason });
}
