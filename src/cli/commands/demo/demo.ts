import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { demoMissingTraces } from '../../../report/codes/demo.ts';
import { renderTimes, timeBuild } from './demo-build.ts';
import { type DemoProgram, killProgram, startProgram, stopProgram } from './demo-program.ts';
import { parseLogLines } from './log-lines.ts';
import { renderTraces } from './render-traces.ts';
import { demoRequests, sendRequests } from './request.ts';
import { buildTraces, parseTraceLines, type Trace } from './traces.ts';
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
    const packages = ['./cmd/shop', './cmd/rates'];
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
  const env = { ...withoutOtel(options.env), OTEL_TRACES_EXPORTER: 'console' };
  const binary = (name: string) => join(dir, 'woven', process.platform === 'win32' ? `${name}.exe` : name);
  const started: DemoProgram[] = [];
  try {
    const rates = await startProgram('rates', { file: binary('rates'), args: ['-addr', '127.0.0.1:0'], env, dir });
    started.push(rates);
    const args = ['-addr', '127.0.0.1:0', '-db', join(dir, 'shop.db'), '-rates', rates.url];
    const shop = await startProgram('shop', { file: binary('shop'), args, env, dir });
    started.push(shop);

    options.write(`\nRequests\n\n${demoRequests.map((r) => `${r.method} ${r.path}: ${r.title}\n`).join('')}`);
    await sendRequests(shop.url, demoRequests);
    await stopProgram(shop, 0); // it has a handler and ends in its own time
    await stopProgram(rates, 'SIGTERM'); // it has none

    const traces = buildTraces(started.flatMap((p) => parseTraceLines(readFileSync(p.outFile, 'utf8'), p.outFile)));
    const logs = started.flatMap((p) => parseLogLines(readFileSync(p.logFile, 'utf8'), p.name));
    checkComplete(traces);
    return renderTraces(traces, logs);
  } finally {
    for (const program of started) killProgram(program);
  }
}

/** Each request must have become a trace that a server span of the shop begins. */
export function checkComplete(traces: readonly Trace[]): void {
  const seen = traces.filter(({ roots }) =>
    roots.some(({ span }) => span.kind === 'server' && span.service === 'shop'),
  );
  if (seen.length < demoRequests.length) demoMissingTraces(seen.length, demoRequests.length);
}

/** The demo shows its own set-up, not the user's. */
function withoutOtel(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('OTEL_')));
}
