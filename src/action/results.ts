import type { TargetKind } from './targets/target.ts';

/**
 * The record of a whole run, as it is written to `results.json` in the output folder and read by what caches and reports.
 * Plain JSON; all paths are absolute, all times milliseconds, all sizes bytes.
 */
export interface RunResults {
  readonly schema: 1;
  /** Version of gots. */
  readonly weaver: string;
  /** `go1.26.8`. */
  readonly go: string;
  /** Path in go.mod of the module that is woven. */
  readonly module: string;
  readonly moduleDir: string;
  readonly workspace: string;
  /** Where binaries, packages, reports and this record are. */
  readonly folder: string;
  readonly outcome: RunOutcome;
  readonly targets: readonly TargetResult[];
}

/** `cancelled`: by the user or by a newer run; what comes after it is left out. */
export type RunOutcome = 'passed' | 'failed' | 'cancelled';

export interface TargetResult {
  /** `linux/arm64`, `lambda/amd64`, … */
  readonly name: string;
  readonly kind: TargetKind;
  readonly goos: string;
  readonly goarch: string;
  readonly outcome: RunOutcome;
  /** What failed, in one line. */
  readonly problem?: string | undefined;
  /** What the cache program wrote at the end of the woven build (GOTS_REPORT); absent where the build did not get there. */
  readonly report?: string | undefined;
  /** The plan of the build (GOTS_PLAN). */
  readonly plan?: string | undefined;
  /** Time of the woven build. */
  readonly wovenMs: number;
  /** Time of the same build without weaving, right after the woven one; absent where it was not made. */
  readonly plainMs?: number | undefined;
  /** How many packages that one compiled. */
  readonly plainCompiled?: number | undefined;
  readonly binaries: readonly Binary[];
  readonly packages: readonly DeliveryPackage[];
  readonly tests?: TestResults | undefined;
}

export interface Binary {
  /** Unique in its target: `server`, `server.exe`. */
  readonly name: string;
  readonly importPath: string;
  readonly path: string;
  readonly bytes: number;
  readonly plainBytes?: number | undefined;
}

/** An archive for a platform: a zip for Lambda or Azure, a tar of an OCI layout. */
export interface DeliveryPackage {
  readonly kind: Exclude<TargetKind, 'executable'>;
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Of the file, hex. */
  readonly sha256: string;
  /** Of an OCI layout: `sha256:…` of its index. */
  readonly digest?: string | undefined;
}

export interface TestResults {
  /** The emulator that ran them; absent: this machine did. */
  readonly emulator?: string | undefined;
  readonly ms: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly TestFailure[];
}

export interface TestFailure {
  readonly importPath: string;
  /** '' where the package itself failed: it did not compile, or its program ended early. */
  readonly test: string;
  readonly output: string;
  /** Passed when run again without weaving: an aspect is the likely cause. Absent where that was not tried. */
  readonly passesPlain?: boolean | undefined;
}
