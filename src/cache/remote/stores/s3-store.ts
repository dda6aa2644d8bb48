import { AwsClient } from 'aws4fetch';
import { sha256 } from '../../../base/hash.ts';
import { awsSettings } from './aws-settings.ts';
import { type BlobName, type BlobStore, type GetOptions, isBlobName, type ListedBlob } from './blob-store.ts';
import { type HttpAnswer, type HttpRequest, type Patience, reject, request } from './http-request.ts';

const shortAnswer = 64 * 1024;
const listAnswer = 16 * 1024 * 1024;

/** A bucket of S3 or of a server that speaks its protocol. */
export class S3Store implements BlobStore {
  readonly place: string;
  /** URL of the bucket, without a slash at its end. */
  private readonly bucketUrl: string;
  /** '' or ends with a slash. */
  private readonly prefix: string;
  private readonly client: AwsClient | undefined;
  private readonly patience: Patience;

  /** @param url `s3://bucket/prefix?endpoint=https://…&region=…` */
  constructor(url: URL, env: NodeJS.ProcessEnv, patience: Patience) {
    const settings = awsSettings(env);
    const region = url.searchParams.get('region') || settings.region || 'us-east-1';
    const bucket = url.hostname;
    const endpoint = url.searchParams.get('endpoint') || settings.endpoint;
    this.bucketUrl = endpoint ? `${withScheme(endpoint).replace(/\/+$/, '')}/${bucket}` : amazonUrl(bucket, region);
    const path = url.pathname.replaceAll(/^\/+|\/+$/g, '');
    this.prefix = path === '' ? '' : `${path}/`;
    this.place = `s3://${bucket}/${path}`.replace(/\/$/, '');
    const { credentials } = settings;
    this.client =
      credentials &&
      new AwsClient({
        accessKeyId: credentials.accessKeyId,
        secretAccessKey: credentials.secretAccessKey,
        ...(credentials.sessionToken === undefined ? {} : { sessionToken: credentials.sessionToken }),
        service: 's3',
        region,
      });
    this.patience = patience;
  }

  async get(name: BlobName, options: GetOptions): Promise<Buffer | undefined> {
    const answer = await this.ask({ method: 'GET', url: this.urlOf(name), headers: {}, ...options });
    if (answer.status === 404) return undefined;
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
    // 409: another machine stores the same blob at this moment.
    if (once && (answer.status === 412 || answer.status === 409)) return 'there';
    return answer.status === 200 ? 'stored' : reject(answer);
  }

  async list(): Promise<readonly ListedBlob[]> {
    const blobs: ListedBlob[] = [];
    let token: string | undefined;
    do {
      const query = new URLSearchParams({ 'list-type': '2', prefix: this.prefix });
      if (token !== undefined) query.set('continuation-token', token);
      const url = `${this.bucketUrl}?${query}`;
      const answer = await this.ask({ method: 'GET', url, headers: {}, mostBytes: listAnswer });
      if (answer.status !== 200) reject(answer);
      const xml = answer.body.toString('utf8');
      blobs.push(...readListing(xml, this.prefix));
      token = element(xml, 'IsTruncated') === 'true' ? element(xml, 'NextContinuationToken') : undefined;
    } while (token !== undefined);
    return blobs;
  }

  async remove(name: BlobName): Promise<void> {
    const answer = await this.ask({ method: 'DELETE', url: this.urlOf(name), headers: {}, mostBytes: shortAnswer });
    if (answer.status !== 404 && (answer.status < 200 || answer.status >= 300)) reject(answer);
  }

  private urlOf(name: BlobName): string {
    return `${this.bucketUrl}/${this.prefix}${name}`;
  }

  private async ask(what: HttpRequest): Promise<HttpAnswer> {
    if (!this.client) return request(what, this.patience);
    // The server compares the digest with what arrives.
    const headers = { ...what.headers, 'x-amz-content-sha256': sha256(what.body ?? '') };
    const signed = await this.client.sign(what.url, { method: what.method, headers });
    return request({ ...what, headers: Object.fromEntries(signed.headers) }, this.patience);
  }
}

function withScheme(endpoint: string): string {
  return /^https?:\/\//.test(endpoint) ? endpoint : `https://${endpoint}`;
}

/** A bucket with dots in its name has no certificate as a host. */
function amazonUrl(bucket: string, region: string): string {
  const host = `s3.${region}.amazonaws.com`;
  return bucket.includes('.') ? `https://${host}/${bucket}` : `https://${bucket}.${host}`;
}

/** Blobs of an answer to ListObjectsV2. */
export function readListing(xml: string, prefix: string): readonly ListedBlob[] {
  const blobs: ListedBlob[] = [];
  for (const [, contents = ''] of xml.matchAll(/<Contents>([\s\S]*?)<\/Contents>/g)) {
    const key = decodeXml(element(contents, 'Key') ?? '');
    const name = key.startsWith(prefix) ? key.slice(prefix.length) : '';
    if (!isBlobName(name)) continue;
    const timeMs = Date.parse(element(contents, 'LastModified') ?? '');
    blobs.push({ name, size: Number(element(contents, 'Size') ?? 0), timeMs: timeMs || 0 });
  }
  return blobs;
}

function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text === undefined ? undefined : decodeXml(text);
}

function decodeXml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
