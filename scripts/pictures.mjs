// Makes docs/images: the report of examples/shop, the comment on a pull request that adds its database, and a trace of the demo, as pictures.
// Needs a built dist/ and Chromium: node scripts/pictures.mjs [--dist DIR] [--chromium PATH] [--times]
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { marked } from 'marked';
import { chromium } from 'playwright-core';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const option = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const dist = option('--dist', join(root, 'dist'));
const images = join(root, 'docs', 'images');
const work = mkdtempSync(join(tmpdir(), 'gots-pictures-'));
const width = 1360;
const shop = join(root, 'examples', 'shop');
const cliFile = join(dist, 'cli.mjs');

/** Links the shop; its packages come from the cache. With --times the shortest of five times. */
function timed([program, ...args]) {
  const output = join(work, 'shop');
  rmSync(output, { force: true });
  const build = () => execFileSync(program, [...args, 'build', '-o', output, './cmd/shop'], { cwd: shop });
  build();
  const times = Array.from({ length: process.argv.includes('--times') ? 5 : 1 }, () => {
    rmSync(output);
    const began = performance.now();
    build();
    return performance.now() - began;
  });
  return { ms: Math.round(Math.min(...times)), bytes: statSync(output).size };
}

/** The comment's text, made by the action's own code. */
async function commentOf(now) {
  const input = { text: join(root, 'src', 'action', 'summary', 'report-text.ts') };
  await build({
    cwd: root,
    input,
    platform: 'node',
    output: { dir: work, format: 'esm', entryFileNames: '[name].mjs' },
  });
  const { commentText } = await import(pathToFileURL(join(work, 'text.mjs')).href);
  const [woven, plain] = [timed([process.execPath, cliFile, 'go']), timed(['go'])];
  const shown = {
    ...now,
    target: 'linux/amd64',
    binaries: [{ name: 'shop', bytes: woven.bytes, plainBytes: plain.bytes }],
    // Compared only on a machine that does nothing else: elsewhere such a difference says nothing.
    timings: process.argv.includes('--times') ? { buildMs: woven.ms, plainBuildMs: plain.ms } : { buildMs: woven.ms },
  };
  const before = { ...shown, packages: shown.packages.filter(({ importPath }) => importPath !== 'database/sql') };
  return commentText(
    {
      configuration: '',
      builds: [shown],
      base: { branch: 'main', builds: [before] },
      targets: [],
      reportUrl: 'https://github.com/example/shop/actions/runs/1/artifacts/2',
      runUrl: 'https://github.com/example/shop/actions/runs/1',
      sha: '3f1c0de9a7b24d6c',
    },
    60_000,
  );
}

const commentStyle = `
  body { margin: 0; padding: 24px; background: #fff; color: #1f2328; font: 14px/1.5 system-ui, 'Liberation Sans', sans-serif; }
  article { border: 1px solid #d1d9e0; border-radius: 6px; max-width: 880px; }
  article > header { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; border-radius: 6px 6px 0 0; color: #59636e; }
  article > header b { color: #1f2328; }
  article > header span { border: 1px solid #d1d9e0; border-radius: 99px; padding: 0 7px; font-size: 12px; margin-left: 6px; }
  article > div { padding: 0 16px 16px; }
  h3 { font-size: 1.25em; margin: 16px 0 8px; }
  table { border-collapse: collapse; margin: 8px 0; }
  th, td { border: 1px solid #d1d9e0; padding: 5px 13px; text-align: left; }
  tr:nth-child(even) td { background: #f6f8fa; }
  code { font: 85%/1.4 ui-monospace, 'Liberation Mono', monospace; background: #818b981f; border-radius: 6px; padding: .2em .4em; }
  a { color: #0969da; text-decoration: none; }
  summary { cursor: pointer; margin: 8px 0; }
  sub { color: #59636e; font-size: 12px; }`;

mkdirSync(images, { recursive: true });
const cli = (...args) => execFileSync(process.execPath, [cliFile, ...args], { cwd: shop });
const manifest = join(work, 'manifest.json');
cli('report', '-o', manifest, './...');
cli('report', '--from', manifest, '-o', join(work, 'report.html'));
const body = await marked.parse(await commentOf(JSON.parse(readFileSync(manifest, 'utf8'))), { gfm: true });
const header = '<b>github-actions</b> <span>bot</span> commented';
writeFileSync(
  join(work, 'comment.html'),
  `<!doctype html><meta charset="utf-8"><style>${commentStyle}</style><article><header>${header}</header><div>${body}</div></article>`,
);

const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
const browser = await chromium.launch({ executablePath: option('--chromium', '/usr/bin/chromium'), args });
const open = async (name, anchor, options) => {
  const page = await browser.newPage({ viewport: { width, height: 860 }, ...options });
  await page.goto(`${pathToFileURL(join(work, name))}${anchor}`);
  return page;
};
const light = await open('report.html', '', { colorScheme: 'light' });
await light.screenshot({ path: join(images, 'report.png') });
const dark = await open('report.html', '#database/sql/sql.go:L882', { colorScheme: 'dark' });
await dark.locator('.row.here').waitFor();
await dark.screenshot({ path: join(images, 'report-diff.png') });
const comment = await open('comment.html', '', { viewport: { width: 940, height: 600 } });
await comment.screenshot({ path: join(images, 'comment.png'), fullPage: true });

// An order of the demo: three services, statements, log records.
cli('demo', '-o', join(work, 'telemetry.html'));
const telemetry = await open('telemetry.html', '', { colorScheme: 'light', viewport: { width, height: 640 } });
await telemetry.getByRole('option').filter({ hasText: 'POST /orders' }).last().click();
await telemetry.getByRole('option').nth(2).click();
await telemetry.screenshot({ path: join(images, 'telemetry.png') });
await browser.close();
rmSync(work, { recursive: true, force: true });
