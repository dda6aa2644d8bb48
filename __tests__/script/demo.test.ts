import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, onTestFinished, test } from 'vitest';
import type { TelemetryRequest } from '../../scripts/semconv/form.ts';
import { demoRequests } from '../../src/cli/commands/demo/request.ts';
import { startChromium } from '../support/chromium.ts';
import { expectConventional } from '../support/conventions.ts';
import { plainGoEnv } from '../support/go-command.ts';
import { home } from '../support/script.ts';

/** Of the programs' own log records. */
const programAttributes = 'addr currency error order price prices quantity sku status'.split(' ');

/** The telemetry that a page holds. */
function heldRequests(html: string): readonly TelemetryRequest[] {
  const [, json = ''] = /<script type="application\/json" id="requests">(.*?)<\/script>/s.exec(html) ?? [];
  return (JSON.parse(json) as readonly { readonly request: TelemetryRequest }[]).map(({ request }) => request);
}

const product = process.env['GOTS_TEST_HOME'] ?? home;

test('each request of the demo is one connected trace in the page, with log records and exemplars that lead to it', async () => {
  const work = mkdtempSync(join(tmpdir(), 'gots-demo-test-'));
  onTestFinished(() => rmSync(work, { recursive: true, force: true }));
  cpSync(inject('warmGoCache'), join(work, 'gocache'), { recursive: true });
  const file = join(work, 'page.html');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(product, 'dist', 'cli.mjs'), 'demo', '-o', file],
    { env: plainGoEnv({ GOCACHE: join(work, 'gocache'), GOTS_CACHE: join(work, 'gots') }), encoding: 'utf8' },
  );
  // The demo itself fails where a trace is in parts, or a record names a span that did not come.
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(stdout).toContain('Traces');
  expectConventional(heldRequests(readFileSync(file, 'utf8')), { programAttributes });

  const browser = await startChromium();
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1360, height: 2000 } });
  await page.goto(pathToFileURL(file).href);
  await page.getByPlaceholder(/^Search/).fill('service:gateway');
  const traces = page.getByRole('listbox', { name: 'traces' }).getByRole('option');
  await expect.poll(() => traces.count()).toBe(demoRequests.length);

  // Goroutines that get no context: both requests are below the one that started them.
  await traces.filter({ hasText: 'GET /overview/{sku}' }).click();
  const spans = page.getByRole('listbox', { name: 'spans' }).getByRole('option');
  await expect.poll(() => spans.count()).toBeGreaterThan(8);
  const levels = await spans.evaluateAll((all) => all.map((row) => Number(row.getAttribute('aria-level'))));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  expect(levels.filter((level) => level === 2)).toHaveLength(2);
  await expect.poll(() => page.getByRole('complementary', { name: 'span' }).innerText()).toContain('overview made');

  await page.keyboard.press('3');
  const records = page.getByRole('listbox', { name: 'log records' });
  await page.getByPlaceholder(/^Search/).fill('"order packed"');
  await expect.poll(() => records.getByRole('option').count()).toBe(1);
  await records.getByRole('link', { name: 'trace' }).click();
  await expect
    .poll(() => page.locator('.trace-head').innerText())
    .toMatch(/POST \/orders[\s\S]*gateway\s+shop\s+rates/);

  await page.goto(`${pathToFileURL(file).href}#/metrics/http.server.request.duration`);
  await page.locator('a.exemplar').first().click();
  await expect.poll(() => page.locator('.trace-head').innerText()).toMatch(/gateway/);
});
