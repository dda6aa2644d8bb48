import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../../../src/manifest/manifest.ts';
import { pageAssets } from '../../../src/page/assets.ts';
import { pageModel } from '../../../src/page/model.ts';
import { renderPage } from '../../../src/page/render-page.ts';
import { startChromium } from '../../support/chromium.ts';
import { colours, contrast } from '../../support/contrast.ts';
import { exampleManifest, joinPoint, wovenPackage } from '../../support/example-manifest.ts';

const script: string = '../../../scripts/build-page.mjs';
const { buildPage } = (await import(script)) as { buildPage(dir: string): Promise<void> };

let browser: Browser;
let dir: string;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'gots-page-'));
  [browser] = await Promise.all([startChromium(), buildPage(dir)]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  rmSync(dir, { recursive: true, force: true });
});

interface OpenOptions {
  readonly anchor?: string;
  readonly colorScheme?: 'light' | 'dark';
}

/** Opens the report of these builds as a file. Nothing may be fetched, no script may fail. */
async function open(
  builds: readonly Manifest[],
  { anchor = '', colorScheme = 'light' }: OpenOptions = {},
): Promise<Page> {
  const file = join(dir, 'report.html');
  writeFileSync(file, renderPage(pageModel(builds), pageAssets(dir)));
  const page = await browser.newPage({ colorScheme });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) problems.push(`fetches ${request.url()}`);
  });
  onTestFinished(async () => {
    await page.close();
    expect(problems).toEqual([]);
  });
  await page.goto(`${pathToFileURL(file)}${anchor}`);
  return page;
}

const shop = exampleManifest([
  wovenPackage('example.com/shop/api', [12, 40]),
  wovenPackage('example.com/shop', [3], { joinPoints: [joinPoint(3, { aspect: 'log' })] }),
]);

test('the page tells what went in where', async () => {
  const page = await open([shop]);
  expect(await page.title()).toBe('example.com/shop – woven by gots');
  expect(await page.locator('.tiles').innerText()).toMatch(/Join points\s+3\s+in 2 packages/);
  expect(await page.locator('.tiles').innerText()).toMatch(/Binary\s+12\.0 MB\s+\+20\.0 % to plain/);
  expect(await page.locator('summary').allInnerTexts()).toEqual([
    expect.stringMatching(/example\.com\/shop\s+log\s+1/),
    expect.stringMatching(/example\.com\/shop\/api\s+trace×2\s+2/),
  ]);
  expect(await page.locator('#modules').innerText()).toContain('raised from v0.36.0');
  expect(await page.locator('aside').innerText()).toMatch(/idle\s+no match/);
});

test('the page names libraries that no aspect names, where there are some', async () => {
  const known = { uncovered: [{ path: 'github.com/redis/go-redis/v9', version: 'v9.17.2' }] };
  const page = await open([shop, exampleManifest([], known)]);
  await page.getByRole('link', { name: 'No aspect' }).click();
  expect(await page.locator('#uncovered').innerText()).toMatch(
    /No aspect for.*github\.com\/redis\/go-redis\/v9\s+v9\.17\.2/is,
  );
  const covered = await open([shop, exampleManifest([], { uncovered: [] })]);
  expect(await covered.locator('#uncovered, a[href="#uncovered"]').count()).toBe(0);
});

test('a package shows its join points and diffs when it is opened, and their texts are no markup', async () => {
  const page = await open([shop]);
  expect(await page.locator('.diff').count()).toBe(0);
  await page.getByText('example.com/shop/api').first().click();
  const row = page.locator('[id="example.com/shop/api/file.go:L13"]');
  expect(await row.innerText()).toContain('return "<b>&amp;</b>"');
  expect(await page.locator('.row.added code').allInnerTexts()).toEqual([
    '\tdefer trace("f12")()',
    '\tdefer trace("f40")()',
  ]);
});

test('a link to a line opens the package and shows the line, and each join point is such a link', async () => {
  const page = await open([shop], { anchor: '#example.com/shop/api/file.go:L40' });
  const row = page.locator('[id="example.com/shop/api/file.go:L40"]');
  await expect.poll(() => row.getAttribute('class')).toContain('here');
  expect(await page.locator('details[open]').getAttribute('id')).toBe('example.com/shop/api');
  await page.getByText('file.go:12:2').click();
  await expect
    .poll(() => page.locator('[id="example.com/shop/api/file.go:L12"]').getAttribute('class'))
    .toContain('here');
  expect(await page.locator('.row.here').count()).toBe(1);
});

test('a line that no hunk shows leads to the last one before it', async () => {
  const page = await open([shop], { anchor: '#example.com/shop/api/file.go:L25' });
  await expect
    .poll(() => page.locator('[id="example.com/shop/api/file.go:L13"]').getAttribute('class'))
    .toContain('here');
});

test('packages are found by file and aspect, and filtered by an aspect', async () => {
  const page = await open([shop]);
  const shown = () => page.locator('details.package:visible').evaluateAll((all) => all.map(({ id }) => id));
  await page.keyboard.press('/');
  await page.keyboard.type('LOG shop');
  expect(await shown()).toEqual(['example.com/shop']);
  expect(await page.locator('#shown').innerText()).toBe('1 of 2 packages');
  await page.locator('#search').fill('');
  await page.locator('[data-aspect=trace]').click();
  expect(await shown()).toEqual(['example.com/shop/api']);
  await page.locator('[data-aspect=trace]').click();
  expect(await shown()).toHaveLength(2);
});

test('both colour schemes can be read, and the button changes between them', async () => {
  const seen = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await open([shop], { colorScheme, anchor: '#example.com/shop/api/file.go:L40' });
    await page.locator('.row.here').waitFor();
    for (const selector of [
      'h1',
      '.tiles small',
      '.chips span',
      '.row.added code',
      '.row.here .t-keyword',
      '.t-string',
    ]) {
      const [text, background] = await colours(page, selector);
      expect(contrast(text, background), `${selector} ${colorScheme}: ${text} on ${background}`).toBeGreaterThan(4.5);
    }
    seen.add((await colours(page, 'body'))[1]);
    if (colorScheme === 'dark') {
      const before = (await colours(page, 'body'))[1];
      await page.locator('#scheme').click();
      expect((await colours(page, 'body'))[1]).not.toBe(before);
    }
  }
  expect(seen.size).toBe(2);
});

test('a thousand packages: little is in the page until it is looked at, and no task is long', async () => {
  const packages = Array.from({ length: 1000 }, (_, n) =>
    wovenPackage(`example.com/big/p${String(n).padStart(4, '0')}`, [10, 50, 90, 130, 170]),
  );
  const page = await open([exampleManifest(packages)]);
  expect(await page.locator('details.package').count()).toBe(1000);
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(20_000);
  // Packages outside of the window are neither laid out nor painted.
  const skipped = await page
    .locator('details.package')
    .last()
    .evaluate((element) => (element.firstElementChild as HTMLElement).checkVisibility({ contentVisibilityAuto: true }));
  expect(skipped).toBe(false);
  await page.goto(`${page.url()}#example.com/big/p0999/file.go:L130`);
  await page.locator('.row.here').waitFor();
  expect(await page.locator('.diff').count()).toBe(1);
  await page.locator('#search').fill('p0500');
  expect(await page.locator('details.package:visible').count()).toBe(1);
});

test('nothing woven is said', async () => {
  const page = await open([exampleManifest([], { modules: [] })]);
  expect(await page.locator('#packages').innerText()).toContain('Nothing was woven');
  expect(await page.locator('#modules').innerText()).toContain('no module');
});

test('names cannot end the data they stand in', async () => {
  const hostile = wovenPackage('example.com/x', [1], {
    files: [{ name: 'f.go', added: true, diff: '@@ -0,0 +1,1 @@\n+</script><script>window.hacked=1</script><!--' }],
  });
  const page = await open([exampleManifest([hostile], { rootModule: '</title><script>window.hacked=1</script>' })]);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('.row.added code').innerText()).toBe('</script><script>window.hacked=1</script><!--');
});
