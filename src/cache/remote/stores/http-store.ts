import {
  type BlobName,
  type BlobStore,
  type GetOptions,
  isBlobName,
  type ListedBlob,
  RemoteError,
} from './blob-store.ts';
import { httpAuthorization } from './http-credentials.ts';
import { type HttpAnswer, type HttpRequest, type Patience, reject, request } from './http-request.ts';

/** Answers to requests that have no body of interest. */
const shortAnswer = 64 * 1024;
const listAnswer = 64 * 1024 * 1024;

/**
 * A server that speaks Bazel's HTTP cache protocol: GET and PUT of `/ac/<hex>` and `/cas/<hex>`, such as nginx with its dav module.
 * Listing (PROPFIND) and DELETE are WebDAV, which not every such server has.
 */
export class HttpStore implements BlobStore {
  readonly place: string;
  private readonly base: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly patience: Patience;

  /** @param base may hold user and password */
  constructor(base: URL, env: NodeJS.ProcessEnv, patience: Patience) {
    const authorization = httpAuthorization(base, env);
    const plain = new URL(base);
    plain.username = '';
    plain.password = '';
    this.base = plain.href.replace(/\/+$/, '');
    this.place = this.base;
    this.headers = authorization === undefined ? {} : { authorization };
    this.patience = patience;
  }

  async get(name: BlobName, options: GetOptions): Promise<Buffer | undefined> {
    const answer = await this.ask({ method: 'GET', url: this.urlOf(name), headers: {}, ...options });
    if (answer.status === 404 || answer.status === 410) return undefined;
    return answer.status === 200 ? answer.body : reject(answer);
  }

  async put(name: BlobName, bytes: Buffer, once: boolean): Promise<'stored' | 'there'> {
    const headers = { 'content-type': 'application/octet-stream', ...(once ? { 'if-none-match': '*' } : {}) };
    const answer = await this.ask({
      method: 'PUT',
      url: this.urlOf(name),
      headers,
      body: bytes,
      mostBytes: shortAnswer,
    });
    if (answer.status === 412 && once) return 'there';
    return answer.status >= 200 && answer.status < 300 ? 'stored' : reject(answer);
  }

  async list(): Promise<readonly ListedBlob[]> {
    const parts = await Promise.all(['ac', 'cas'].map((folder) => this.listFolder(folder)));
    return parts.flat();
  }

  async remove(name: BlobName): Promise<void> {
    const answer = await this.ask({ method: 'DELETE', url: this.urlOf(name), headers: {}, mostBytes: shortAnswer });
    if (answer.status !== 404 && (answer.status < 200 || answer.status >= 300)) reject(answer);
  }

  private async listFolder(folder: string): Promise<readonly ListedBlob[]> {
    const headers = { depth: '1' };
    const url = `${this.base}/${folder}/`;
    const answer = await this.ask({ method: 'PROPFIND', url, headers, mostBytes: listAnswer });
    if (answer.status === 404) return [];
    if (answer.status === 405 || answer.status === 501 || answer.status === 400)
      throw new RemoteError(`it cannot list what it holds (PROPFIND: ${answer.status})`, answer.status);
    if (answer.status !== 207) return reject(answer);
    return readPropfind(answer.body.toString('utf8'));
  }

  private urlOf(name: BlobName): string {
    return `${this.base}/${name}`;
  }

  private ask(what: HttpRequest): Promise<HttpAnswer> {
    return request({ ...what, headers: { ...this.headers, ...what.headers } }, this.patience);
  }
}

/** Blobs of a multistatus answer. */
export function readPropfind(xml: string): readonly ListedBlob[] {
  const blobs: ListedBlob[] = [];
  for (const [, response = ''] of xml.matchAll(/<(?:\w+:)?response\b[^>]*>([\s\S]*?)<\/(?:\w+:)?response>/g)) {
    const name = /((?:ac|cas)\/[0-9a-f]{64})$/.exec(property(response, 'href') ?? '')?.[1] ?? '';
    if (!isBlobName(name)) continue;
    const timeMs = Date.parse(property(response, 'getlastmodified') ?? '');
    blobs.push({ name, size: Number(property(response, 'getcontentlength') ?? 0), timeMs: timeMs || 0 });
  }
  return blobs;
}

function property(xml: string, name: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]*)<`).exec(xml)?.[1]?.trim();
}
