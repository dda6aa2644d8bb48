const scales = [
  ['h', 3_600e9],
  ['min', 60e9],
  ['s', 1e9],
  ['ms', 1e6],
  ['µs', 1e3],
  ['ns', 1],
] as const;

/** `1.25 ms`: three digits that count. */
export function duration(ns: number): string {
  if (ns === 0) return '0 s';
  const [unit, size] = scales.find(([, each]) => Math.abs(ns) >= each) ?? scales[5];
  return `${digits(ns / size)} ${unit}`;
}

/** Three digits that count: `1.25`, `12.5`, `125`; as many as there are before the point. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e15)) return value.toPrecision(3);
  const after = size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  return String(Number(value.toFixed(after)));
}

/** Nanoseconds in `10ms`, `1.5s`, `250us`, `2` (milliseconds); undefined where it is none. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = 'ms'] = /^(\d+(?:\.\d+)?)(ns|us|µs|ms|s|min|m|h)?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  const name = unit === 'us' ? 'µs' : unit === 'm' ? 'min' : unit;
  return Number(number) * (scales.find(([each]) => each === name)?.[1] ?? 1e6);
}

/** A measured value with its unit (UCUM, as OpenTelemetry uses it). */
export function amount(value: number, unit: string): string {
  if (unit === 's') return duration(value * 1e9);
  if (unit === 'ms') return duration(value * 1e6);
  if (unit === 'us') return duration(value * 1e3);
  if (unit === 'ns') return duration(value);
  if (unit === 'By') return bytesText(value);
  // `{request}` says what is counted.
  const word = /^\{(.*)\}$/.exec(unit)?.[1] ?? (unit === '1' ? '' : unit);
  return word === '' ? digits(value) : `${digits(value)} ${word}`;
}

function bytesText(value: number): string {
  const [unit, size] =
    (
      [
        ['GB', 1e9],
        ['MB', 1e6],
        ['kB', 1e3],
      ] as const
    ).find(([, each]) => Math.abs(value) >= each) ?? (['B', 1] as const);
  return `${digits(value / size)} ${unit}`;
}

/** Time of day of the reader's clock, to the millisecond. */
export function clock(ns: bigint): string {
  const time = new Date(Number(ns / 1_000_000n));
  const two = (value: number) => String(value).padStart(2, '0');
  const ms = String(time.getMilliseconds()).padStart(3, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${ms}`;
}

export function counted(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
