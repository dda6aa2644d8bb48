/** What a woven program says of itself; aspects/bootstrap/check has the other half. */
export interface ProgramReport {
  /** Of this form. */
  readonly version: 1;
  /** Nothing is recorded. */
  readonly disabled: boolean;
  /** Lines that the program would warn with. */
  readonly problems: readonly string[];
  readonly traces: readonly ReportedExporter[];
  readonly metrics: readonly ReportedExporter[];
  readonly logs: readonly ReportedExporter[];
  readonly sampler: string;
  readonly samplerRatio?: number;
  readonly routes: readonly string[];
  readonly propagators: readonly string[];
  readonly exclude: readonly string[];
  readonly enabledInstrumentations: readonly string[];
  readonly disabledInstrumentations: readonly string[];
  readonly gls: string;
  readonly exitTimeoutMs: number;
  readonly configFile?: string;
  readonly resource: readonly (readonly [name: string, value: string])[];
}

/** One place that a signal goes to. */
export interface ReportedExporter {
  readonly kind: string;
  readonly protocol?: string;
  readonly endpoint?: string;
  /** No variable and no file names the endpoint. */
  readonly default: boolean;
  /** Names. */
  readonly headers?: readonly string[];
  readonly gzip?: boolean;
  readonly tls?: readonly string[];
  readonly intervalMs?: number;
  readonly temporality?: string;
  /** The test record was taken; where neither this nor `error` is there, none was sent. */
  readonly sent?: boolean;
  readonly error?: string;
}

const prefix = 'gots-doctor: ';

/** Finds the report in what a program printed; undefined where there is none of this version. */
export function readProgramReport(output: string): ProgramReport | undefined {
  const line = output.split('\n').findLast((each) => each.startsWith(prefix));
  if (line === undefined) return undefined;
  try {
    const report = JSON.parse(line.slice(prefix.length)) as Partial<ProgramReport> | null;
    return report?.version === 1 ? (report as ProgramReport) : undefined;
  } catch {
    return undefined; // another program's line
  }
}
