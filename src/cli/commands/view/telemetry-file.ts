import { decodeValue } from '../../../otlp/from-json.ts';
import { OtlpError } from '../../../otlp/otlp-error.ts';
import type { Signal } from '../../../otlp/otlp-json.ts';
import type { FedRequest } from '../../../page/telemetry/client/feed.ts';
import { badTelemetryFile } from '../../../report/codes/view.ts';

const fields: Readonly<Record<string, Signal>> = {
  resourceSpans: 'traces',
  resourceMetrics: 'metrics',
  resourceLogs: 'logs',
};

/**
 * Reads the requests of a file: one a line, or the whole file is one, or a list of them. Other lines, such as those that a program prints
 * beside what its console exporters write, are passed over; so is a last line that was cut off while it was written.
 *
 * @param name for messages
 * @throws GotsError view_bad_file
 */
export function readTelemetryFile(name: string, text: string): readonly FedRequest[] {
  const whole = parsed(text);
  if (whole !== undefined) {
    const values: readonly unknown[] = Array.isArray(whole) ? whole : [whole];
    const requests = values.flatMap((value) => requestsOf(value, name, 1));
    return requests.length > 0 ? requests : nothing(name);
  }
  const lines = text.split('\n');
  const requests = lines.flatMap((line, at) => {
    if (!/^\s*\{\s*"resource(Spans|Metrics|Logs)"/.test(line)) return [];
    const value = parsed(line);
    if (value !== undefined) return requestsOf(value, name, at + 1);
    if (at === lines.length - 1) return [];
    return badTelemetryFile({ file: name, line: at + 1, column: 1 }, 'the line is no JSON');
  });
  return requests.length > 0 ? requests : nothing(name);
}

function nothing(name: string): never {
  return badTelemetryFile(
    { file: name, line: 1, column: 1 },
    'no line begins with {"resourceSpans", {"resourceMetrics" or {"resourceLogs"',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // lines are tried one by one
  }
}

/** One object may hold all three signals. */
function requestsOf(value: unknown, name: string, line: number): readonly FedRequest[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(fields)
    .filter(([field]) => Object.hasOwn(value, field))
    .map(([, signal]) => {
      try {
        return { signal, request: decodeValue(signal, value) };
      } catch (error) {
        if (!(error instanceof OtlpError)) throw error;
        return badTelemetryFile({ file: name, line, column: 1 }, error.message);
      }
    });
}
