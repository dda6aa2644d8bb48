import type { TestFailure } from '../results.ts';

/** A line of `go test -json`. */
interface TestEvent {
  readonly Action: string;
  readonly Package?: string;
  readonly ImportPath?: string;
  readonly Test?: string;
  readonly Output?: string;
  readonly FailedBuild?: string;
}

export interface CountedTests {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly failures: readonly TestFailure[];
}

/** Of each test that much of its output is kept for reports. */
const keptChars = 16_384;

/**
 * Follows `go test -json`: prints what `go test` would print, and counts.
 *
 * @see cmd/internal/test2json, and `go help buildjson` for what the compiler says
 */
export class TestLog {
  readonly #write: (text: string) => void;
  readonly #verbose: boolean;
  readonly #outputs = new Map<string, string>();
  readonly #failures: TestFailure[] = [];
  readonly #counts = { pass: 0, fail: 0, skip: 0 };

  constructor(options: { readonly write: (text: string) => void; readonly verbose: boolean }) {
    this.#write = options.write;
    this.#verbose = options.verbose;
  }

  /** @param line without its end; what is no event is printed as it is */
  line(line: string): void {
    const event = eventOf(line);
    if (!event) {
      this.#write(`${line}\n`);
      return;
    }
    const { Action, Output = '', Test = '' } = event;
    const key = keyOf(event);
    if (Action === 'output' || Action === 'build-output') this.#output(event, key, Output);
    else if (Action === 'pass' || Action === 'skip') this.#passed(Action, Test, key);
    else if (Action === 'fail') this.#failed(event, key);
  }

  counts(): CountedTests {
    const { pass, fail, skip } = this.#counts;
    return { passed: pass, failed: fail, skipped: skip, failures: this.#failures };
  }

  #output(event: TestEvent, key: string, text: string): void {
    const kept = this.#outputs.get(key) ?? '';
    if (kept.length < keptChars) this.#outputs.set(key, (kept + text).slice(0, keptChars));
    // Of a package's own lines `PASS` and coverage are shown by `go test` only when asked for.
    const own = event.Test === undefined && !/^(PASS|=== )/.test(text);
    if (this.#verbose || own) this.#write(text);
  }

  #passed(action: 'pass' | 'skip', test: string, key: string): void {
    if (test !== '') this.#counts[action]++;
    this.#outputs.delete(key);
  }

  #failed(event: TestEvent, key: string): void {
    const { Package = '', Test = '' } = event;
    const built = event.FailedBuild === undefined ? '' : (this.#outputs.get(`${event.FailedBuild}\n`) ?? '');
    const output = built + (this.#outputs.get(key) ?? '');
    if (Test !== '') {
      this.#counts.fail++;
      if (!this.#verbose) this.#write(output);
    }
    // A package fails with its tests; on its own only if none of them did.
    const known = this.#failures.some((failure) => failure.importPath === Package);
    if (Test === '' && known) return;
    if (Test === '') this.#counts.fail++;
    this.#failures.push({ importPath: Package, test: Test, output });
  }
}

function keyOf({ Package, ImportPath, Test }: TestEvent): string {
  return `${Package ?? ImportPath ?? ''}\n${Test ?? ''}`;
}

function eventOf(line: string): TestEvent | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const event = JSON.parse(line) as TestEvent;
    return typeof event.Action === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}
