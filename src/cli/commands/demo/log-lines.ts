/** A line of the programs' own logs (log/slog as JSON). */
export interface LogLine {
  readonly service: string;
  /** Nanoseconds since 1970. */
  readonly timeNs: bigint;
  readonly level: string;
  readonly message: string;
  readonly traceId?: string | undefined;
  readonly spanId?: string | undefined;
  /** What else the line holds, in its order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
}

const known = new Set(['time', 'level', 'msg', 'trace_id', 'span_id']);

/** Reads log lines; what is not a JSON object with time, level and msg (a panic's stack, say) is left out. */
export function parseLogLines(text: string, service: string): readonly LogLine[] {
  return text.split('\n').flatMap((line) => {
    const data = jsonObject(line);
    const timeNs = nanoseconds(data?.['time']);
    if (!data || timeNs === undefined || typeof data['msg'] !== 'string') return [];
    return [
      {
        service,
        timeNs,
        level: String(data['level']),
        message: data['msg'],
        traceId: optionalText(data['trace_id']),
        spanId: optionalText(data['span_id']),
        fields: Object.entries(data)
          .filter(([name]) => !known.has(name))
          .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const),
      },
    ];
  });
}

function jsonObject(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined; // a line cut short by the program's end
  }
}

const optionalText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** RFC 3339 with up to nine decimals, as slog writes it; JavaScript's own reader keeps three. */
function nanoseconds(time: unknown): bigint | undefined {
  const parts = typeof time === 'string' ? /^(.*T\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(time) : null;
  const seconds = parts ? Date.parse(`${parts[1]}${parts[3]}`) : Number.NaN;
  if (!parts || Number.isNaN(seconds)) return undefined;
  return BigInt(seconds) * 1_000_000n + BigInt((parts[2] ?? '').padEnd(9, '0'));
}
