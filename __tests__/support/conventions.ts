import { expect } from 'vitest';
import { checkConventions, type Options, printFindings } from '../../scripts/semconv/check.ts';
import type { Scoped, TelemetryRequest } from '../../scripts/semconv/form.ts';
import type { OtlpRequest } from '../../src/otlp/otlp-json.ts';

/**
 * Expects that telemetry is as the semantic conventions have it: that of gots, and the resources. Telemetry without anything of gots fails,
 * for it would show nothing.
 *
 * @param options the program's own attributes in it
 */
export function expectConventional(requests: readonly TelemetryRequest[], options: Options = {}): void {
  expect(requests.flatMap(scopesOf).filter(({ scope }) => scope?.name?.startsWith(own))).not.toHaveLength(0);
  const findings = checkConventions(
    requests.map((request) => ({ request })),
    options,
  );
  expect(printFindings(findings)).toBe('');
}

const own = 'github.com/gots-dev/gots/aspects/';

function scopesOf({ resourceSpans, resourceMetrics, resourceLogs }: TelemetryRequest): readonly Scoped[] {
  return [
    ...(resourceSpans ?? []).flatMap(({ scopeSpans }) => scopeSpans ?? []),
    ...(resourceMetrics ?? []).flatMap(({ scopeMetrics }) => scopeMetrics ?? []),
    ...(resourceLogs ?? []).flatMap(({ scopeLogs }) => scopeLogs ?? []),
  ];
}

/** The requests that a program's console exporters wrote: lines of JSON, among what else it prints. */
export function printedRequests(stdout: string): readonly OtlpRequest[] {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"resource'))
    .map((line) => JSON.parse(line) as OtlpRequest);
}
