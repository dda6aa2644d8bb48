import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sha256 } from '../../../src/base/hash.ts';
import { seal, unseal } from '../../../src/base/sealed.ts';
import type { Cache, CacheEntry } from '../../../src/cache/cache.ts';
import { type Body, readBody } from '../../../src/cache/object-body.ts';
import { Tier } from '../../../src/cache/tiers/tier.ts';

/**
 * A tier before a server that keeps bytes under names (GET, PUT), as a shared cache would have it: shows that such a tier is one file,
 * and needs nothing but the contract. What the cache below lacks is fetched, checked and put there; what is put is sent
 * along, and waited for at the end. A server that is absent, slow or lies makes misses, never errors.
 */
export class HttpTier extends Tier {
  private readonly base: string;
  private readonly sent: Promise<unknown>[] = [];

  constructor(below: Cache, base: string) {
    super(below);
    this.base = base;
  }

  override async get(actionId: string): Promise<CacheEntry | undefined> {
    const known = await super.get(actionId);
    if (known) return known;
    const outputId = (await this.fetch(`action/${actionId}`))?.toString();
    const bytes = outputId === undefined ? undefined : await this.fetch(`output/${outputId}`);
    if (outputId === undefined || bytes === undefined || sha256(bytes) !== outputId) return undefined;
    return super.put(actionId, outputId, bytes).catch(() => undefined);
  }

  override async put(actionId: string, outputId: string, body: Body): Promise<CacheEntry> {
    const bytes = readBody(body);
    const entry = await super.put(actionId, outputId, body);
    this.send(`output/${outputId}`, bytes, () => this.send(`action/${actionId}`, Buffer.from(outputId)));
    return entry;
  }

  override async getRecord<T>(key: string): Promise<T | undefined> {
    const known = await super.getRecord<T>(key);
    if (known !== undefined) return known;
    const text = await this.fetch(`record/${key}`);
    const sealed = text && unseal(key, text.toString());
    return sealed && 'text' in sealed ? (JSON.parse(sealed.text) as T) : undefined;
  }

  override async putRecord(key: string, value: unknown): Promise<void> {
    await super.putRecord(key, value);
    this.send(`record/${key}`, Buffer.from(seal(key, JSON.stringify(value))));
  }

  override async close(): Promise<void> {
    for (const sending of this.sent) await sending;
    await super.close();
  }

  private async fetch(name: string): Promise<Buffer | undefined> {
    try {
      const response = await fetch(`${this.base}/${name}`, { signal: AbortSignal.timeout(1000) });
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined;
    } catch {
      return undefined;
    }
  }

  private send(name: string, bytes: Buffer, then?: () => void): void {
    const body = new Uint8Array(bytes);
    const sending = fetch(`${this.base}/${name}`, { method: 'PUT', body, signal: AbortSignal.timeout(1000) });
    this.sent.push(
      sending.then(
        () => then?.(),
        () => {},
      ),
    );
  }
}

/** A server as the tier wants one, on this machine. */
export async function startServer(answer: (name: string, stored: Buffer | undefined) => Buffer | undefined): Promise<{
  readonly url: string;
  readonly kept: ReadonlyMap<string, Buffer>;
  readonly server: Server;
}> {
  const kept = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const name = request.url ?? '';
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        kept.set(name, Buffer.concat(chunks));
        response.end();
      });
      return;
    }
    const bytes = answer(name, kept.get(name));
    response.statusCode = bytes ? 200 : 404;
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, kept, server };
}
