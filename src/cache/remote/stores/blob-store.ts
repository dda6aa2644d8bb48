/** Where a blob lies: `ac/` holds manifests by the hash of what they are for, `cas/` packs by the hash of what they hold. */
export type BlobName = `ac/${string}` | `cas/${string}`;

/** A blob as a server lists it. */
export interface ListedBlob {
  readonly name: BlobName;
  readonly size: number;
  /** Last change, in ms since 1970. */
  readonly timeMs: number;
}

/** What may be taken while a blob arrives. */
export interface GetOptions {
  /** More bytes than this are refused. */
  readonly mostBytes: number;
  /** Told of the bytes as they come. */
  readonly onBytes?: ((count: number) => void) | undefined;
  /** Gives up. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A server that keeps blobs under names: S3, or Bazel's HTTP cache protocol. Everything but a blob that is not there rejects with a
 * {@link RemoteError}. No call retries, and no call waits longer than its time limits: who calls decides what follows.
 */
export interface BlobStore {
  /** For people: without credentials. */
  readonly place: string;
  /** The bytes, unchecked; undefined if there is no such blob. */
  get(name: BlobName, options: GetOptions): Promise<Buffer | undefined>;
  /**
   * Stores a blob.
   *
   * @param once leaves a blob of this name that is there as it is
   */
  put(name: BlobName, bytes: Buffer, once: boolean): Promise<'stored' | 'there'>;
  /** All blobs. */
  list(): Promise<readonly ListedBlob[]>;
  remove(name: BlobName): Promise<void>;
}

/** What a server did instead of answering. */
export class RemoteError extends Error {
  /** Status of HTTP; undefined where there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** Whether a name is one of a blob of ours. */
export function isBlobName(name: string): name is BlobName {
  return /^(ac|cas)\/[0-9a-f]{64}$/.test(name);
}
