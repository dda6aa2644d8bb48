import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { PageAssets } from '../../../page/render-page.ts';
import type { FedRequest } from '../../../page/telemetry/client/feed.ts';
import { type Served, serveTelemetry } from '../view/serve.ts';
import { renderTimes, timeBuild } from './demo-build.ts';
import { checkComplete, checkLinks } from './demo-check.ts';
import { type DemoProgram, killProgram, startProgram, stopProgram } from './demo-program.ts';
import { parseLogLines } from './log-lines.ts';
import { renderTraces } from './render-traces.ts';
import { demoRequests, sendRequests } from './request.ts';
import { buildTraces, tracedSpans } from './traces.ts';
import { renderWoven, type WovenPlace } from './woven.ts';

export interface DemoOptions {
  /** Folder of the example's module, `examples/shop`. It is only read. */
  readonly shop: string;
  /** The go command. */
  readonly go: string;
  /** `go`, woven: program and leading arguments, such as `[node, cli.mjs, 'go']`. */
  readonly wovenGo: readonly [string, ...string[]];
  readonly env: NodeJS.ProcessEnv;
  /** Has the first woven build leave its report in a file, and reads it. */
  readonly report: {
    readonly env: (file: string) => NodeJS.ProcessEnv;
    readonly read: (file: string) => readonly WovenPlace[];
  };
  readonly write: (text: string) => void;
  readonly assets: PageAssets;
  /** Gets all that the programs sent, at the end. */
  readonly onTelemetry: (requests: readonly FedRequest[]) => void;
  /** Shows the page while the programs run, until this settles; undefined: they are stopped after the requests. */
  readonly whileOpen: ((page: { readonly url: string; readonly gateway: string }) => Promise<void>) | undefined;
}

/**
 * Builds the example plainly and woven, runs the woven programs, sends requests, and prints the traces, where each aspect went in,
 * and what the builds took.
 *
 * @throws GotsError demo_*
 */
export async function demonstrate(options: DemoOptions): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'gots-demo-'));
  try {
    options.write(`building ${options.shop}: plain, then woven\n`);
    const packages = ['./cmd/gateway', './cmd/shop', './cmd/rates'];
    const at = { cwd: options.shop, env: options.env };
    const target = (name: string) => join(dir, name) + (process.platform === 'win32' ? '\\' : '/');
    const plain = await timeBuild('go build', [options.go, 'build', '-o', target('plain'), ...packages], at);
    const reportFile = join(dir, 'report.json');
    const woven = await timeBuild('gots go build', [...options.wovenGo, 'build', '-o', target('woven'), ...packages], {
      ...at,
      firstEnv: options.report.env(reportFile), // the second finds everything up to date and has nothing to report
    });
    const places = options.report.read(reportFile);

    const traces = await runPrograms(dir, options);
    options.write(`\nTraces\n\n${traces}`);
    options.write(`\nAspects\n\n${renderWoven(places, (file) => shorten(file, options.shop))}`);
    options.write(`\nBuild times\n\n${renderTimes(plain, woven)}`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Files of the example are named from its folder; all others as they are. */
function shorten(file: string, shop: string): string {
  const inside = relative(realpathSync(shop), file);
  return inside.startsWith('..') ? file : inside;
}

async function runPrograms(dir: string, options: DemoOptions): Promise<string> {
  const received: FedRequest[] = [];
  const served = await serveTelemetry(options.assets, [{ host: '127.0.0.1', port: 0 }], (signal, request) => {
    received.push({ signal, request });
  });
  const started: DemoProgram[] = [];
  try {
    const { rates, shop, gateway } = await startPrograms(dir, { options, served, started });
    options.write(`\nRequests\n\n${demoRequests.map((r) => `${r.method} ${r.path}: ${r.title}\n`).join('')}`);
    await sendRequests(gateway.url, demoRequests);
    await options.whileOpen?.({ url: served.url, gateway: gateway.url });
    await stopProgram(gateway, 'SIGTERM'); // it has no handler
    await stopProgram(shop, 0); // it has one and ends in its own time
    await stopProgram(rates, 'SIGTERM');

    const spans = received.flatMap(({ request }) => tracedSpans(request));
    const traces = buildTraces(spans);
    const logs = started.flatMap((p) => parseLogLines(readFileSync(p.logFile, 'utf8'), p.name));
    if (!options.whileOpen) checkComplete(traces, demoRequests.length);
    checkLinks(
      spans,
      received.map(({ request }) => request),
    );
    options.onTelemetry(received);
    return renderTraces(traces, logs);
  } finally {
    for (const program of started) killProgram(program);
    await served.close();
  }
}

/** @param at programs join `started` as they come up */
async function startPrograms(
  dir: string,
  at: { readonly options: DemoOptions; readonly served: Served; readonly started: DemoProgram[] },
): Promise<Record<'rates' | 'shop' | 'gateway', DemoProgram>> {
  const env = {
    ...withoutOtel(at.options.env),
    OTEL_EXPORTER_OTLP_ENDPOINT: at.served.endpoints[0],
    OTEL_LOGS_EXPORTER: 'otlp',
    // The page is looked at while the programs run.
    OTEL_BSP_SCHEDULE_DELAY: '500',
    OTEL_BLRP_SCHEDULE_DELAY: '500',
    OTEL_METRIC_EXPORT_INTERVAL: '2000',
  };
  const open = async (name: string, ...args: readonly string[]) => {
    const file = join(dir, 'woven', process.platform === 'win32' ? `${name}.exe` : name);
    const program = await startProgram(name, { file, args: ['-addr', '127.0.0.1:0', ...args], env, dir });
    at.started.push(program);
    return program;
  };
  const rates = await open('rates');
  const shop = await open('shop', '-db', join(dir, 'shop.db'), '-rates', rates.url);
  return { rates, shop, gateway: await open('gateway', '-shop', shop.url) };
}

/** The demo shows its own set-up, not the user's. */
function withoutOtel(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^OTEL_|^GOTS_GLS$/.test(name)));
}
