import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../../../src/base/hash.ts';
import { candidates } from '../../../../src/cache/packs/manifest-names.ts';
import { Fetcher } from '../../../../src/cache/remote/fetcher.ts';
import { localIds } from '../../../../src/cache/remote/local-ids.ts';
import { type Signer, signerOf } from '../../../../src/cache/remote/signer.ts';
import { hasty } from '../../../../src/cache/remote/stores/http-request.ts';
import { HttpStore } from '../../../../src/cache/remote/stores/http-store.ts';
import { upload } from '../../../../src/cache/remote/upload.ts';
import { type BlobServer, startBlobServer } from '../../../support/remote/blob-server.ts';
import { fillCaches, foundIn, kindOfTests } from '../../../support/remote/built-cache.ts';
import { tempDir } from '../../../support/temp-module.ts';

const names = ['a', 'b', 'c', 'd'];
const secret = signerOf('hmac:0123456789abcdef');

const newFolders = () => {
  const dir = tempDir();
  return { go: join(dir, 'go'), weave: join(dir, 'weave') };
};
/** A key and its certificate, by openssl. */
function selfSigned() {
  const dir = tempDir();
  const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')];
  const made = `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1 -keyout ${key} -out ${cert}`;
  execFileSync('openssl', made.split(' '), { stdio: 'ignore' });
  return { key: readFileSync(key), cert: readFileSync(cert) };
}

const storeAt = (url: string) => new HttpStore(new URL(url), { HOME: tempDir() }, hasty);

/** A server that holds what a build used. */
async function filledServer(signer: Signer | undefined = undefined): Promise<BlobServer> {
  const server = await startBlobServer();
  const folders = newFolders();
  const used = await fillCaches(folders, names);
  const job = { kind: kindOfTests, folders, used, createdMs: 0 };
  await upload(job, { store: storeAt(server.url), signer, now: Date.now });
  server.asked.length = 0;
  return server;
}

async function fetched(
  url: string,
  change: { readonly signer?: Signer; readonly folders?: { go: string; weave: string } } = {},
) {
  const folders = change.folders ?? newFolders();
  const notices: string[] = [];
  const packs: number[] = [];
  let coming: readonly { readonly ids: readonly string[] }[] = [];
  const fetcher = new Fetcher({
    store: storeAt(url),
    candidates: candidates(kindOfTests),
    signer: change.signer,
    folders,
    local: localIds(folders),
    leastSpeed: { bytesPerSecond: 1000, windowMs: 300 },
    notice: (text) => notices.push(text.replace(/https?:\S+:\d+/, 'SERVER')),
    events: {
      onIndex: (refs) => {
        coming = refs;
      },
      onPack: (number) => packs.push(number),
      onProgress: () => {},
      onWork: () => {},
    },
    now: Date.now,
  });
  const timer = setInterval(() => fetcher.tick(), 50);
  await fetcher.run();
  clearInterval(timer);
  return { fetcher, folders, notices, packs, coming, result: fetcher.result() };
}

test('a machine that has nothing gets all that the build of another used', async () => {
  const server = await filledServer();
  const { folders, notices, result, coming } = await fetched(server.url);
  expect(await foundIn(folders, names)).toEqual(names);
  expect(notices).toEqual([]);
  expect(result).toMatchObject({ packs: 1, wanted: 1, problem: undefined });
  expect(coming[0]?.ids).toContain(sha256('a').slice(0, 16));
  // One round trip for all manifests, one for all packs.
  expect(server.asked.filter((line) => line.includes('/ac/'))).toHaveLength(candidates(kindOfTests).length);
  expect(server.asked.filter((line) => line.includes('/cas/'))).toHaveLength(1);
});

test('what is here already is not fetched', async () => {
  const server = await filledServer();
  const folders = newFolders();
  await fillCaches(folders, names);
  const { result } = await fetched(server.url, { folders });
  expect(result).toMatchObject({ packs: 0, bytes: 0 });
});

test('packs of another module are fetched only if something in them is asked for', async () => {
  const server = await filledServer();
  for (const { name } of candidates(kindOfTests).filter(({ isOwn }) => isOwn)) server.kept.delete(`/ac/${name}`);
  const { fetcher, folders, result } = await fetched(server.url);
  expect(result).toMatchObject({ packs: 0, wanted: 0 });
  fetcher.hurry(0);
  await fetcher.settled();
  expect(await foundIn(folders, names)).toEqual(names);
});

test('an empty server is no reason for a word', async () => {
  const server = await startBlobServer();
  const { notices, result } = await fetched(server.url);
  expect([notices, result.problem]).toEqual([[], undefined]);
});

describe('a server that does not do what it should: one notice, no packs, and an end', () => {
  const isPack = (url: string | undefined) => url?.startsWith('/cas/') === true;
  const status =
    (code: number, headers: Record<string, string> = {}): BlobServer['misbehave'] =>
    (_, response) => {
      response.writeHead(code, headers).end();
      return true;
    };
  const forPacks =
    (answer: BlobServer['misbehave']): BlobServer['misbehave'] =>
    (request, response, body) =>
      isPack(request.url) && answer(request, response, body);

  test.each<[string, BlobServer['misbehave'], RegExp | undefined]>([
    ['refuses (401)', status(401), /refuses these credentials \(401\); the build goes on/],
    ['refuses (403)', status(403), /refuses these credentials \(403\)/],
    ['fails (500)', status(500), /status 500/],
    ['is overloaded (503)', status(503), /status 503/],
    ['redirects', status(302, { location: 'http://elsewhere.example/x' }), /redirects \(302\) to elsewhere\.example/],
    ['fails for packs only', forPacks(status(500)), /status 500/],
    ['has lost the pack', forPacks(status(404)), undefined],
    ['never answers', () => true, /no answer within 0.3 s/],
    [
      'stops in the middle',
      forPacks((_, response, body) => {
        response.writeHead(200, { 'content-length': String(body?.length) });
        response.write(body?.subarray(0, 10));
        return true;
      }),
      /stopped|less than/,
    ],
    [
      'closes in the middle',
      forPacks((_, response, body) => {
        response.writeHead(200, { 'content-length': String(body?.length) });
        response.write(body?.subarray(0, 10), () => response.destroy());
        return true;
      }),
      /goes on without it/,
    ],
    [
      'says that there is more than there is',
      forPacks((_, response, body) => {
        response.writeHead(200, { 'content-length': String((body?.length ?? 0) + 100) });
        response.write(body, () => response.destroy());
        return true;
      }),
      /goes on without it/,
    ],
    [
      'sends more than the manifest says',
      forPacks((_, response, body) => {
        response.end(Buffer.concat([body ?? Buffer.alloc(0), Buffer.from('more')]));
        return true;
      }),
      /more than \d+ bytes/,
    ],
    [
      'sends less',
      forPacks((_, response, body) => {
        response.end(body?.subarray(0, -1));
        return true;
      }),
      /not what its digest says/,
    ],
    [
      'sends something else of the same length',
      forPacks((_, response, body) => {
        response.end(Buffer.alloc(body?.length ?? 0));
        return true;
      }),
      /not what its digest says/,
    ],
    [
      'sends drop by drop',
      forPacks((_, response, body) => {
        response.writeHead(200, { 'content-length': String(body?.length) });
        let at = 0;
        const timer = setInterval(() => response.write(body?.subarray(at, ++at)), 60);
        response.on('close', () => clearInterval(timer));
        return true;
      }),
      /less than 1 kB\/s/,
    ],
    [
      'sends manifests drop by drop',
      (request, response, body) => {
        if (isPack(request.url)) return false;
        response.writeHead(200, { 'content-length': '100000' });
        let at = 0;
        const timer = setInterval(() => response.write((body ?? Buffer.alloc(100_000)).subarray(at, ++at)), 60);
        response.on('close', () => clearInterval(timer));
        return true;
      },
      /less than 1 kB\/s/,
    ],
    [
      'sends manifests that are none',
      (request, response) => {
        if (isPack(request.url)) return false;
        response.end('<html>login</html>');
        return true;
      },
      /manifest is damaged/,
    ],
  ])('%s', async (_, misbehave, expected) => {
    const server = await filledServer();
    server.misbehave = misbehave;
    const { folders, notices, packs, result } = await fetched(server.url);
    expect(await foundIn(folders, names)).toEqual([]);
    expect(notices).toEqual(expected === undefined ? [] : [expect.stringMatching(expected)]);
    // Whoever waits for a pack is told that it does not come.
    expect(new Set(packs).size).toBe(result.wanted);
    // Nothing is asked again and again.
    expect(server.asked.filter((line) => line.includes('/cas/')).length).toBeLessThanOrEqual(1);
  });

  test('is not there', async () => {
    const { notices } = await fetched('http://127.0.0.1:49150');
    expect(notices).toEqual([expect.stringMatching(/SERVER: ECONNREFUSED; the build goes on without it/)]);
  });

  test('is no server of TLS', async () => {
    const server = await filledServer();
    const { notices } = await fetched(server.url.replace('http:', 'https:'));
    expect(notices).toEqual([expect.stringMatching(/: [A-Z_]*(SSL|TLS)[A-Z_]*; the build goes on without it/)]);
  });

  test('has a certificate that no authority has signed', async () => {
    const { key, cert } = selfSigned();
    const server = createTlsServer({ key, cert }, (_, response) => response.end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { notices } = await fetched(`https://127.0.0.1:${(server.address() as { port: number }).port}`);
    expect(notices).toEqual([expect.stringMatching(/SELF_SIGNED_CERT; the build goes on without it/)]);
  });

  test('takes connections and says nothing at all', async () => {
    const server: Server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { notices } = await fetched(`http://127.0.0.1:${(server.address() as { port: number }).port}`);
    expect(notices).toEqual([expect.stringMatching(/no answer within 0.3 s/)]);
  });

  test('is fine, but nothing can be written here', async () => {
    const server = await filledServer();
    const dir = tempDir();
    mkdirSync(join(dir, 'weave'));
    writeFileSync(join(dir, 'go'), '');
    const { notices, packs } = await fetched(server.url, {
      folders: { go: join(dir, 'go'), weave: join(dir, 'weave') },
    });
    expect(notices).toEqual([expect.stringMatching(/cannot be written here \(E[A-Z]+\)/)]);
    expect(packs).toContain(0);
  });
});

describe('who wants signatures', () => {
  test('believes what is signed with the same secret', async () => {
    const server = await filledServer(secret);
    const { folders, notices } = await fetched(server.url, { signer: secret });
    expect([await foundIn(folders, names), notices]).toEqual([names, []]);
  });

  test.each([
    ['nothing that is not signed', undefined],
    ['nothing that is signed with another one', signerOf('hmac:fedcba9876543210')],
  ])('believes %s', async (_, signer) => {
    const server = await filledServer(signer);
    const { folders, notices } = await fetched(server.url, { signer: secret });
    expect([await foundIn(folders, names), notices]).toEqual([[], [expect.stringMatching(/manifest is .*not used/)]]);
    expect(server.asked.filter((line) => line.includes('/cas/'))).toEqual([]);
  });

  test('gets no pack that was exchanged below a good manifest', async () => {
    const server = await filledServer(secret);
    const other = await filledServer();
    const [pack] = [...server.kept.keys()].filter((name) => name.startsWith('/cas/'));
    const [foreign] = [...other.kept.entries()].filter(([name]) => name.startsWith('/cas/'));
    server.kept.set(pack as string, Buffer.concat([foreign?.[1] as Buffer, Buffer.from('x')]));
    const { folders } = await fetched(server.url, { signer: secret });
    expect(await foundIn(folders, names)).toEqual([]);
  });
});
