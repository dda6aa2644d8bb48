import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pageAssets } from '../../page/assets.ts';
import { renderTelemetry } from '../../page/telemetry/render-telemetry.ts';
import { badUsage } from '../../report/codes/cli.ts';
import type { CommandLine } from '../args.ts';
import type { CommandContext } from '../command-context.ts';
import { parseOptions } from '../read-options.ts';
import { usageOf } from '../usage.ts';
import { type LoopbackAddress, readListenAddress, standardAddresses } from './view/listen-address.ts';
import { openBrowser } from './view/open-browser.ts';
import { type Served, serveTelemetry } from './view/serve.ts';
import { readTelemetryFile } from './view/telemetry-file.ts';

/**
 * `gots view FILE…` and `gots view --listen`: a page with traces, metrics and logs.
 *
 * @throws GotsError cli_usage, view_*
 */
export async function runViewCommand(line: CommandLine, context: CommandContext): Promise<number> {
  const { has, value, operands } = parseOptions('view', line.rest);
  const output = value('o');
  const listen = value('listen');
  if (operands.length === 0 && listen === undefined) badUsage('nothing to view', usageOf('view'));
  if (output !== undefined && (listen !== undefined || has('open')))
    badUsage('-o writes the page of files; it goes with neither --listen nor --open', usageOf('view'));
  const requests = operands.flatMap((file) => readTelemetryFile(file, readOperand(file, context.cwd)));
  const assets = pageAssets(undefined, 'telemetry');
  if (output !== undefined) {
    writeFileSync(resolve(context.cwd, output), renderTelemetry(assets, requests).html);
    return 0;
  }
  const served = await serveTelemetry(assets, addressesOf(listen));
  for (const request of requests) served.add(request);
  context.write(announcement(served, listen !== undefined));
  if (has('open') && !(await openBrowser(served.url, context.env)))
    context.log.warn(`no browser could be opened; the page is at ${served.url}`);
  await untilStopped();
  await served.close();
  return 0;
}

/** @param listen the option's value; '' where it has none, undefined where only files are shown */
function addressesOf(listen: string | undefined): readonly LoopbackAddress[] {
  if (listen === undefined) return [{ host: '127.0.0.1', port: 0 }];
  return listen === '' ? standardAddresses : [readListenAddress(listen)];
}

/** @throws GotsError cli_usage */
function readOperand(file: string, cwd: string): string {
  try {
    return readFileSync(file === '-' ? 0 : resolve(cwd, file), 'utf8');
  } catch (error) {
    return badUsage(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code}`, usageOf('view'));
  }
}

/** What a user needs to know: the page, and where to send. */
function announcement({ url, endpoints }: Served, isListening: boolean): string {
  const lines = [`page      ${url}`];
  if (isListening) {
    lines.push(`OTLP      ${endpoints.join(', ')} (grpc, http/protobuf and http/json on each)`);
    // The standard ports need no setting, except that logs are sent on demand only.
    if (endpoints.length === 1) lines.push(`programs  OTEL_EXPORTER_OTLP_ENDPOINT=${endpoints[0]}`);
    lines.push('log records come where OTEL_LOGS_EXPORTER=otlp is set');
  }
  return `${[...lines, 'Ctrl-C ends this.'].join('\n')}\n`;
}

/** Ends with Ctrl-C, or with SIGTERM. */
export function untilStopped(): Promise<void> {
  return new Promise((resolveStop) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolveStop());
  });
}
