import type { Manifest } from '../../manifest/manifest.ts';
import { manifestFrom } from '../../manifest/read-manifest.ts';
import { manifestInvalid } from '../../report/codes/manifest.ts';

/** The one file of an artifact `gots-manifest-…`: what comments are made of, without diffs. */
export interface ManifestFile {
  readonly schema: 1;
  readonly configuration: string;
  readonly builds: readonly Manifest[];
  /** Builds of the base branch that they were compared with. */
  readonly base?: { readonly branch: string; readonly builds: readonly Manifest[] } | undefined;
  readonly targets: readonly TargetNote[];
  /** Number of the artifact with the report, for a link. */
  readonly reportId?: number | undefined;
}

/** How one target ended. */
export interface TargetNote {
  readonly name: string;
  readonly problem?: string | undefined;
  readonly tests?: TestCounts | undefined;
}

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly ms: number;
  readonly failures: readonly FailedTest[];
}

interface FailedTest {
  readonly importPath: string;
  readonly test: string;
  readonly passesPlain?: boolean | undefined;
}

export const manifestFileName = 'manifests.json';

/** Of the zip, and of the file in it. */
export const mostZipBytes = 20_000_000;
export const mostFileBytes = 100_000_000;

/**
 * Reads it from JSON of unknown origin.
 *
 * @throws GotsError manifest_invalid
 */
export function readManifestFile(name: string, text: string): ManifestFile {
  const read = readerOf((problem) => manifestInvalid(name, problem));
  const top = read.object(parse(text, read.fail));
  if (top['schema'] !== 1) read.fail('schema is not 1');
  const builds = (value: unknown) => read.list(value).map((each) => manifestFrom(name, each));
  const base = top['base'] === undefined ? undefined : read.object(top['base']);
  return {
    schema: 1,
    configuration: read.word(top['configuration']),
    builds: builds(top['builds']),
    ...(base === undefined ? {} : { base: { branch: read.word(base['branch']), builds: builds(base['builds']) } }),
    targets: read.list(top['targets']).map((each) => targetNote(read, read.object(each))),
    ...(top['reportId'] === undefined ? {} : { reportId: read.count(top['reportId']) }),
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Reader = ReturnType<typeof readerOf>;

function targetNote(read: Reader, fields: Fields): TargetNote {
  const tests = fields['tests'] === undefined ? undefined : read.object(fields['tests']);
  return {
    name: read.word(fields['name']),
    ...(fields['problem'] === undefined ? {} : { problem: read.word(fields['problem']) }),
    ...(tests === undefined ? {} : { tests: testCounts(read, tests) }),
  };
}

function testCounts(read: Reader, tests: Fields): TestCounts {
  return {
    passed: read.count(tests['passed']),
    failed: read.count(tests['failed']),
    skipped: read.count(tests['skipped']),
    ms: read.count(tests['ms']),
    failures: read.list(tests['failures']).map((each) => {
      const fields = read.object(each);
      const passesPlain = fields['passesPlain'];
      return {
        importPath: read.word(fields['importPath']),
        test: read.word(fields['test']),
        ...(passesPlain === undefined ? {} : { passesPlain: passesPlain === true }),
      };
    }),
  };
}

function parse(text: string, fail: (problem: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return fail('no JSON');
  }
}

function readerOf(fail: (problem: string) => never) {
  return {
    fail,
    object: (value: unknown): Fields =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : fail('no object'),
    list: (value: unknown): readonly unknown[] =>
      Array.isArray(value) && value.length <= 1000 ? value : fail('no list of at most 1000 elements'),
    word: (value: unknown): string =>
      typeof value === 'string' && value.length <= 2000 ? value : fail('no text of at most 2000 characters'),
    count: (value: unknown): number =>
      Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : fail('no whole number'),
  };
}
