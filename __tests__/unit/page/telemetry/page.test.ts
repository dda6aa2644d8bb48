import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Served, serveTelemetry } from '../../../../src/cli/commands/view/serve.ts';
import { pageAssets } from '../../../../src/page/assets.ts';
import type { FedRequest } from '../../../../src/page/telemetry/client/feed.ts';
import { renderTelemetry } from '../../../../src/page/telemetry/render-telemetry.ts';
import { startChromium } from '../../../support/chromium.ts';
import { colours, contrast } from '../../../support/contrast.ts';
import {
  attributes,
  hex,
  logRequest,
  nanoseconds,
  orderRequests,
  type SpanParts,
  shopMetrics,
  traceRequest,
} from '../../../support/telemetry-example.ts';

const script: string = '../../../../scripts/build-page.mjs';
const { buildPage } = (await import(script)) as { buildPage(dir: string): Promise<unknown> };

let browser: Browser;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gots-telemetry-'));
  [browser] = await Promise.all([startChromium(), buildPage(dir)]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function serve(requests: readonly FedRequest[], port = 0): Promise<Served> {
  const served = await serveTelemetry(pageAssets(dir, 'telemetry'), [{ host: '127.0.0.1', port }]);
  for (const each of requests) served.add(each);
  return served;
}

/** Opens the page. No script may fail, nothing may be refused by the page's policy, nothing may be fetched from elsewhere. */
async function open(url: string, hash = '', colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1360, height: 860 } });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_')) problems.push(message.text());
  });
  page.on('request', (sent) => {
    if (!sent.url().startsWith(url) && !sent.url().startsWith('file:')) problems.push(`fetches ${sent.url()}`);
  });
  onTestFinished(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  await page.goto(url + hash);
  return page;
}

/** Serves the requests and opens the page. */
async function show(requests: readonly FedRequest[], hash = ''): Promise<{ page: Page; served: Served }> {
  const served = await serve(requests);
  onTestFinished(() => served.close());
  return { page: await open(served.url, hash), served };
}

const rows = (page: Page, list: string) => page.getByRole('listbox', { name: list }).getByRole('option');

describe('the list of traces', () => {
  test('tells of each what it began with, where it went, how long it took and what failed', async () => {
    const { page } = await show(orderRequests(6));
    await expect.poll(() => rows(page, 'traces').count()).toBe(6);
    expect(await page.locator('.count').innerText()).toBe('6 traces');
    const failed = rows(page, 'traces').nth(1); // the newest is first, and the fifth failed
    expect(await failed.innerText()).toMatch(/POST \/orders\s+gateway\s+stock\s+orders\s+1 error\s+9 spans\s+\d+ ms/);
    expect(await page.locator('.plot i').count()).toBe(6);
    expect(await page.locator('.plot i.failed').count()).toBe(1);
  });

  test('is searched, narrowed to errors and ordered', async () => {
    const { page } = await show([
      ...orderRequests(6),
      traceRequest([
        { traceId: 'aa', spanId: '01', name: 'GET /slow', at: 1, took: 900, with: { 'http.route': '/slow' } },
      ]),
    ]);
    await expect.poll(() => rows(page, 'traces').count()).toBe(7);
    await page.keyboard.press('/');
    await page.keyboard.type('http.route=/slow >100ms');
    await expect.poll(() => rows(page, 'traces').allInnerTexts()).toEqual([expect.stringContaining('GET /slow')]);
    expect(await page.locator('.count').innerText()).toBe('1 of 7 traces');
    await page.keyboard.press('Escape');
    await expect.poll(() => rows(page, 'traces').count()).toBe(7);
    await page.getByRole('button', { name: 'Errors only' }).click();
    await expect.poll(() => rows(page, 'traces').count()).toBe(1);
    await page.getByRole('button', { name: 'Errors only' }).click();
    await page.getByRole('combobox', { name: 'order' }).selectOption('slowest');
    await expect.poll(() => rows(page, 'traces').first().innerText()).toContain('GET /slow');
    await page.getByPlaceholder(/^Search/).fill('nothing like that');
    expect(await page.locator('.empty').innerText()).toContain('No trace fits');
  });

  test('is used by keyboard alone', async () => {
    const { page } = await show(orderRequests(3));
    await rows(page, 'traces').first().waitFor();
    await page.getByRole('listbox', { name: 'traces' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toContain(`#/traces/${hex(2, 32)}`);
    await expect.poll(() => page.getByRole('listbox', { name: 'spans' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url()).toMatch(/#\/traces$/);
    await page.keyboard.press('3');
    await expect.poll(() => rows(page, 'log records').count()).toBe(3);
    await page.keyboard.press('2');
    await expect.poll(() => page.locator('.empty').innerText()).toContain('No metrics yet');
  });
});

const failedTrace = `#/traces/${hex(5, 32)}`;

describe('one trace', () => {
  test('is a waterfall: every span under its parent, its bar where and as long as it was', async () => {
    const { page } = await show(orderRequests(5), failedTrace);
    await expect.poll(() => rows(page, 'spans').count()).toBe(9);
    const levels = await rows(page, 'spans').evaluateAll((all) =>
      all.map((row) => `${row.getAttribute('aria-level')} ${row.querySelector('b')?.textContent}`),
    );
    expect(levels).toEqual([
      '1 POST /orders',
      '2 GET',
      '3 GET /stock/{sku}',
      '4 GET stock:mug',
      '4 SELECT stock',
      '2 orders.Orders/Place',
      '3 orders.Orders/Place',
      '4 INSERT orders',
      '4 pack',
    ]);
    const bar = (at: number) => rows(page, 'spans').nth(at).locator('.bar').boundingBox();
    const [root, packed] = [await bar(0), await bar(8)];
    if (!root || !packed) throw new Error('no bars');
    expect(packed.width / root.width).toBeCloseTo(7 / 24, 1);
    expect(packed.x).toBeGreaterThan(root.x + root.width / 2);
    expect(await page.locator('.trace-head').innerText()).toMatch(/9 spans\s+1 error/);
  });

  test('shows attributes, the error, events, log records and links of a span', async () => {
    const { page } = await show(orderRequests(5), `${failedTrace}/${hex(508, 16)}`);
    const details = page.getByRole('complementary', { name: 'span' });
    await expect.poll(() => details.innerText()).toContain('INSERT orders');
    const text = await details.innerText();
    expect(text).toContain('UNIQUE constraint failed: orders.reference');
    expect(text).toMatch(/db\.query\.text\s+INSERT INTO orders \(reference, sku, quantity\) VALUES \(\?, \?, \?\)/);
    expect(text).toMatch(/exception\s+after \d+ ms\s+exception\.type\s+\*sqlite\.Error/);
    expect(text).toMatch(/service\.version\s+1\.4\.0/);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => details.innerText()).toMatch(/ERROR\s*order refused/);
    expect(page.url()).toContain(hex(507, 16));
    await page.keyboard.press('End');
    await details.getByRole('link', { name: `trace ${hex(1, 32)}` }).click();
    await expect.poll(() => page.url()).toContain(`#/traces/${hex(1, 32)}/${hex(101, 16)}`);
    await expect.poll(() => details.innerText()).toContain('POST /orders');
  });

  test('is folded and searched', async () => {
    const { page } = await show(orderRequests(5), failedTrace);
    await expect.poll(() => rows(page, 'spans').count()).toBe(9);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => rows(page, 'spans').count()).toBe(6);
    expect(await rows(page, 'spans').nth(1).innerText()).toContain('+3');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => rows(page, 'spans').count()).toBe(9);
    await page.keyboard.press('/');
    await page.keyboard.type('db.system.name=sqlite');
    await expect.poll(() => page.locator('.span-row.dimmed').count()).toBe(7);
    expect(await page.locator('.found').innerText()).toBe('2 matches');
  });

  test('that is not there is said not to be there', async () => {
    const { page } = await show([], '#/traces/abcd');
    await expect.poll(() => page.locator('.empty').innerText()).toContain('This trace is not here');
  });
});

test('a histogram is drawn, and its exemplars lead to the traces that they name', async () => {
  const { page } = await show(
    [...orderRequests(2), shopMetrics(1), shopMetrics(2)],
    '#/metrics/http.server.request.duration',
  );
  await expect.poll(() => page.locator('.series').count()).toBe(2);
  const [first] = await page.locator('.series').all();
  expect(await first?.innerText()).toMatch(/count\s+200\s+mean\s+60 ms\s+p50\s+≈ 55\.6 ms\s+p90\s+≈ 150 ms/);
  const heights = await page
    .locator('.series')
    .first()
    .locator('.bucket > i')
    .evaluateAll((bars) => bars.map((bar) => bar.clientHeight));
  expect(heights.indexOf(Math.max(...heights))).toBe(3); // from 25 to 50 ms
  // The trace of the second exemplar has not come.
  expect(await page.locator('span.exemplar').count()).toBe(1);
  await page.locator('a.exemplar').click();
  await expect.poll(() => page.url()).toContain(`#/traces/${hex(1, 32)}/${hex(101, 16)}`);
  await page.goto(page.url().replace(/#.*/, '#/metrics/go.memory.used'));
  await expect.poll(() => page.locator('.one-metric').innerText()).toMatch(/now\s+15\.4 MB/);
  expect(await page.locator('polyline').count()).toBe(1);
});

test('log records are searched, narrowed, and lead to their spans', async () => {
  const { page } = await show(orderRequests(5), '#/logs');
  await expect.poll(() => rows(page, 'log records').count()).toBe(5);
  await page.getByRole('combobox', { name: 'severity' }).selectOption('error and above');
  await expect.poll(() => rows(page, 'log records').count()).toBe(1);
  await page.getByRole('combobox', { name: 'severity' }).selectOption('all severities');
  await page.getByPlaceholder(/^Search/).fill('order=2 placed');
  await expect.poll(() => rows(page, 'log records').count()).toBe(1);
  await rows(page, 'log records').first().click();
  expect(await page.getByRole('complementary', { name: 'log record' }).innerText()).toMatch(/order\s+2/);
  await rows(page, 'log records').getByRole('link', { name: 'trace' }).click();
  await expect.poll(() => page.url()).toContain(`#/traces/${hex(3, 32)}/${hex(307, 16)}`);
});

describe('live', () => {
  test('what comes is shown at once; a page that is held still shows it later', async () => {
    const { page, served } = await show([]);
    await expect.poll(() => page.locator('.empty').innerText()).toContain('No traces yet');
    for (const each of orderRequests(2)) served.add(each);
    await expect.poll(() => rows(page, 'traces').count()).toBe(2);
    await page.keyboard.press('p');
    expect(await page.locator('.state').innerText()).toBe('paused');
    for (const each of orderRequests(3)) served.add(each);
    served.add(logRequest('shop', [{ body: { stringValue: 'last' } }]));
    expect(await rows(page, 'traces').count()).toBe(2);
    await page.keyboard.press('p');
    await expect.poll(() => rows(page, 'traces').count()).toBe(3);
    await page.keyboard.press('c');
    await expect.poll(() => page.locator('.empty').innerText()).toContain('No traces yet');
  });

  test('a trace that is open grows, and what is chosen in it stays', async () => {
    const all = orderRequests(1);
    const { page, served } = await show(all.slice(0, 1), `#/traces/${hex(1, 32)}`);
    await expect.poll(() => rows(page, 'spans').count()).toBe(9);
    await page.keyboard.press('End');
    served.add(
      traceRequest([{ traceId: hex(1, 32), spanId: 'ee', parentSpanId: hex(101, 16), name: 'late', at: 1, took: 2 }]),
    );
    await expect.poll(() => rows(page, 'spans').count()).toBe(10);
    expect(await page.locator('[aria-selected=true]').innerText()).toContain('pack');
  });

  test('a page outlives its server, and shows what the next one has', async () => {
    const first = await serve(orderRequests(3));
    const page = await open(first.url);
    await expect.poll(() => rows(page, 'traces').count()).toBe(3);
    await first.close();
    await expect.poll(() => page.locator('.state').innerText()).toBe('connection lost');
    const second = await serve(orderRequests(1), Number(new URL(first.url).port));
    onTestFinished(() => second.close());
    await expect.poll(() => rows(page, 'traces').count(), { timeout: 30_000 }).toBe(1);
    expect(await page.locator('.state').innerText()).toBe('live');
  });
});

describe('what programs send is never markup', () => {
  const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>javascript:window.hit=1';
  const requests = [
    traceRequest([
      {
        service: evil,
        traceId: 'ab',
        spanId: '01',
        name: evil,
        status: { code: 2, message: evil },
        with: { [evil]: evil },
        events: [{ name: evil, attributes: attributes({ [evil]: evil }) }],
        links: [{ traceId: evil, spanId: evil }],
      },
    ]),
    logRequest(evil, [
      {
        severityText: evil,
        body: { stringValue: evil },
        traceId: 'ab',
        spanId: '01',
        attributes: attributes({ [evil]: evil }),
      },
    ]),
    {
      signal: 'metrics' as const,
      request: {
        resourceMetrics: [
          {
            scopeMetrics: [
              {
                metrics: [
                  {
                    name: evil,
                    unit: evil,
                    description: evil,
                    gauge: { dataPoints: [{ asDouble: 'NaN' as const, attributes: attributes({ [evil]: evil }) }] },
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ];
  test.each([
    '#/traces',
    '#/traces/ab/01',
    '#/logs',
    '#/metrics',
    `#/metrics/${encodeURIComponent(evil)}`,
    '#/traces/%',
    `#/${evil}`,
  ])('%s', async (hash) => {
    const { page } = await show(requests, hash);
    await page.locator('header').waitFor();
    await expect.poll(() => page.locator('.badge').first().innerText()).toBe('1');
    if (hash === '#/logs') await rows(page, 'log records').first().click();
    expect(await page.locator('#app img, #app script').count()).toBe(0);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });

  test('in a page that is a file', async () => {
    const file = join(dir, 'evil.html');
    writeFileSync(file, renderTelemetry(pageAssets(dir, 'telemetry'), requests).html);
    const page = await open(pathToFileURL(file).href, '#/traces/ab/01');
    await expect.poll(() => page.locator('.details h2').innerText()).toBe(evil);
    expect(await page.evaluate('window.hit')).toBeUndefined();
  });
});

test('a page as one file shows the same, and fetches nothing', async () => {
  const file = join(dir, 'page.html');
  writeFileSync(file, renderTelemetry(pageAssets(dir, 'telemetry'), [...orderRequests(4), shopMetrics(1)]).html);
  const page = await open(pathToFileURL(file).href);
  await expect.poll(() => rows(page, 'traces').count()).toBe(4);
  expect(await page.locator('.state').innerText()).toBe('from files');
  await rows(page, 'traces').first().click();
  await expect.poll(() => rows(page, 'spans').count()).toBe(9);
});

test('10,000 spans: only rows that can be seen exist, and every one can be reached', async () => {
  const traceId = hex(7, 32);
  const many: SpanParts[] = Array.from({ length: 10_000 }, (_, at) => ({
    traceId,
    spanId: hex(at + 1, 16),
    // A chain of 5,000, then as many children of one.
    ...(at === 0 ? {} : { parentSpanId: hex(at < 5_000 ? at : 1, 16) }),
    name: `span ${at}`,
    at: at / 10,
    took: 5,
  }));
  const { page } = await show(
    [0, 2_500, 5_000, 7_500].map((from) => traceRequest(many.slice(from, from + 2_500))),
    `#/traces/${traceId}`,
  );
  await expect.poll(() => page.locator('.trace-head').innerText(), { timeout: 30_000 }).toContain('10,000 spans');
  expect(await rows(page, 'spans').count()).toBeLessThan(60);
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('[aria-selected=true]').innerText()).toContain('span 9999');
  expect(await rows(page, 'spans').last().getAttribute('aria-posinset')).toBe('10000');
  await page.keyboard.press('/');
  await page.keyboard.type('"span 77"');
  await expect.poll(() => page.locator('.found').innerText()).toBe('111 matches');
  expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(2_000);
});

test.each(['light', 'dark'] as const)('texts can be read: contrast of the %s colours', async (scheme) => {
  const served = await serve([...orderRequests(5), shopMetrics(1)]);
  onTestFinished(() => served.close());
  const page = await open(served.url, `${failedTrace}/${hex(508, 16)}`, scheme);
  await page.locator('.details .status').waitFor();
  for (const selector of [
    '.details .status',
    '.details dt',
    '.span-row small',
    '.facts',
    '.span-row.failed b',
    'header nav a',
  ]) {
    const [text, under] = await colours(page, selector);
    expect(contrast(text, under), `${selector}: ${text} on ${under}`).toBeGreaterThanOrEqual(4.5);
  }
});

describe('the server', () => {
  const get = (port: string, path: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers, method }, (response) => {
        let body = '';
        response.on('data', (part) => {
          body += part;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      sent.on('error', reject);
      sent.end();
    });

  test('has a strict policy, and answers only to names of this machine', async () => {
    const served = await serve([]);
    onTestFinished(() => served.close());
    const { port } = new URL(served.url);
    const page = await get(port, '/', { host: `localhost:${port}` });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    for (const host of [`evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.']) {
      for (const path of ['/', '/events']) expect((await get(port, path, { host })).status, host).toBe(403);
    }
    expect((await get(port, '/other', { host: 'localhost' })).status).toBe(404);
    expect((await get(port, '/', { host: 'localhost' }, 'POST')).status).toBe(405);
  });
});

test('times of events that lie outside of their trace are shown at its edge', async () => {
  const { page } = await show(
    [
      traceRequest([
        {
          traceId: 'cd',
          spanId: '02',
          name: 'x',
          at: 10,
          took: 0,
          events: [{ name: 'early', timeUnixNano: nanoseconds(0) }],
        },
      ]),
    ],
    '#/traces/cd/02',
  );
  await expect.poll(() => page.locator('.event').getAttribute('title')).toBe('early');
});
