import { signals } from '../../../otlp/otlp-json.ts';
import type { ProgramReport, ReportedExporter } from './program-report.ts';

/**
 * What a program would send where, for people.
 *
 * @param came signals whose test record this machine's receiver has got; undefined where the program tried its own endpoints
 */
export function renderProgramReport(report: ProgramReport, came: ReadonlySet<string> | undefined): string {
  const lines: string[] = [];
  const row = (name: string, value: string) => lines.push(`${name.padEnd(13)}${value}`);
  if (report.disabled) row('telemetry', 'is off: nothing is recorded');
  else settings();
  if (report.configFile) row('settings', `of ${report.configFile}`);
  if (!report.disabled) lines.push('resource', ...report.resource.map(([name, value]) => `  ${name} = ${value}`));
  if (report.problems.length > 0) lines.push('problems', ...report.problems.map((problem) => `  ${problem}`));
  return `${lines.join('\n')}\n`;

  function settings(): void {
    destinations();
    const ratio = report.samplerRatio === undefined ? '' : ` ${report.samplerRatio}`;
    row('sampler', `${report.sampler}${ratio}`);
    list('routes', report.routes);
    list('propagators', report.propagators);
    list('excluded', report.exclude);
    list('enabled', report.enabledInstrumentations);
    list('disabled', report.disabledInstrumentations);
    row('goroutines', glsText(report.gls));
    row('at exit', `waits at most ${duration(report.exitTimeoutMs)} for what is not sent yet`);
  }

  function destinations(): void {
    for (const signal of signals) {
      const exporters = report[signal];
      if (exporters.length === 0) row(signal, 'off');
      for (const exporter of exporters) row(signal, placeText(exporter, came?.has(signal)));
    }
    const isTried = came !== undefined && signals.some((signal) => report[signal].some(({ sent }) => sent));
    if (isTried) row('tried', 'with a receiver of this command; --live sends to the addresses above');
  }

  function list(name: string, values: readonly string[]): void {
    if (values.length > 0) row(name, values.join(', '));
  }
}

/** Whether something is wrong: a setting that is not used, or a record that was not taken. @param came as above */
export function hasProblem(report: ProgramReport, came: ReadonlySet<string> | undefined): boolean {
  if (report.problems.length > 0) return true;
  return signals.some((signal) =>
    report[signal].some(({ error, sent }) => error !== undefined || (sent && came?.has(signal) === false)),
  );
}

function placeText(exporter: ReportedExporter, cameHere: boolean | undefined): string {
  const { kind, protocol, endpoint, headers = [], gzip, tls = [], intervalMs, temporality } = exporter;
  const byDefault = exporter.default && endpoint ? '(the default)' : '';
  const parts = [
    [kind, protocol, endpoint, byDefault].filter(Boolean).join(' '),
    headers.length > 0 ? `headers ${headers.join(', ')}` : '',
    gzip ? 'gzip' : '',
    tls.length > 0 ? `TLS ${tls.join(', ')}` : '',
    temporality ?? '',
    intervalMs === undefined ? '' : `every ${duration(intervalMs)}`,
  ];
  const tried =
    exporter.error !== undefined
      ? `FAILED: ${exporter.error}`
      : exporter.sent
        ? cameHere === false
          ? 'FAILED: the test record did not come'
          : 'test record taken'
        : '';
  return `${parts.filter((part) => part !== '').join(', ')}${tried && `: ${tried}`}`;
}

function glsText(gls: string): string {
  if (gls === 'off') return 'context is found in ctx only (GOTS_GLS=off)';
  return `context is found without ctx too (GOTS_GLS=${gls})`;
}

/** `5 s`, `1.5 s`, `250 ms`. */
function duration(ms: number): string {
  return ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`;
}
