import { manifestInvalid } from '../report/codes/manifest.ts';
import { type Manifest, manifestSchema, type PackageManifest, type WovenJoinPoint } from './manifest.ts';

/**
 * Limits of what is read: manifests also come from artifacts of runs that anybody can start. A value beyond them is a mistake,
 * never cut off.
 */
const longest = { word: 1_000, diff: 4_000_000, list: 20_000 } as const;

/**
 * Reads a manifest from JSON of unknown origin: only what is described comes out, each value with its type and within
 * limits. Texts are not escaped; the code that shows them does that.
 *
 * @param file for messages
 * @throws GotsError manifest_invalid
 */
export function readManifest(file: string, text: string): Manifest {
  return manifestFrom(file, parse(file, text));
}

/** {@link readManifest} of a value. */
export function manifestFrom(file: string, value: unknown): Manifest {
  const read = reader(file);
  const top = read.object(value, 'the manifest');
  if (top['schema'] !== manifestSchema) read.fail(`schema is ${shown(top['schema'])}, not ${manifestSchema}`);
  const timings = read.object(top['timings'], 'timings');
  return {
    schema: manifestSchema,
    target: read.word(top['target'], 'target'),
    gotsVersion: read.word(top['gotsVersion'], 'gotsVersion'),
    goVersion: read.word(top['goVersion'], 'goVersion'),
    rootModule: read.word(top['rootModule'], 'rootModule'),
    aspectFiles: read.list(top['aspectFiles'], 'aspectFiles', (each, at) => ({
      name: read.word(each['name'], `${at}.name`),
      sha256: read.word(each['sha256'], `${at}.sha256`),
    })),
    aspects: read.list(top['aspects'], 'aspects', (each, at) => ({
      id: read.word(each['id'], `${at}.id`),
      file: read.word(each['file'], `${at}.file`),
      line: read.count(each['line'], `${at}.line`),
    })),
    packages: read.list(top['packages'], 'packages', (each, at) => packageFrom(read, each, at)),
    modules: read.list(top['modules'], 'modules', (each, at) => ({
      path: read.word(each['path'], `${at}.path`),
      version: read.word(each['version'], `${at}.version`),
      ...read.maybe(each, 'raisedFrom', at, read.word),
    })),
    ...read.maybe(top, 'uncovered', 'the manifest', (value) =>
      read.list(value, 'uncovered', (each, at) => ({
        path: read.word(each['path'], `${at}.path`),
        version: read.word(each['version'], `${at}.version`),
      })),
    ),
    binaries: read.list(top['binaries'], 'binaries', (each, at) => ({
      name: read.word(each['name'], `${at}.name`),
      bytes: read.count(each['bytes'], `${at}.bytes`),
      ...read.maybe(each, 'plainBytes', at, read.count),
    })),
    timings: {
      buildMs: read.count(timings['buildMs'], 'timings.buildMs'),
      ...read.maybe(timings, 'plainBuildMs', 'timings', read.count),
      compiled: read.count(timings['compiled'], 'timings.compiled'),
      ...read.maybe(timings, 'plainCompiled', 'timings', read.count),
    },
  };
}

type Reader = ReturnType<typeof reader>;
type Fields = Readonly<Record<string, unknown>>;

function packageFrom(read: Reader, each: Fields, at: string): PackageManifest {
  return {
    importPath: read.word(each['importPath'], `${at}.importPath`),
    fromCache: read.flag(each['fromCache'], `${at}.fromCache`),
    ...read.maybe(each, 'compileMs', at, read.count),
    joinPoints: read.list(each['joinPoints'], `${at}.joinPoints`, (point, where) => joinPointFrom(read, point, where)),
    files: read.list(each['files'], `${at}.files`, (file, where) => ({
      name: read.word(file['name'], `${where}.name`),
      ...read.maybe(file, 'path', where, read.word),
      added: read.flag(file['added'], `${where}.added`),
      diff: read.text(file['diff'], `${where}.diff`, longest.diff),
    })),
  };
}

function joinPointFrom(read: Reader, point: Fields, at: string): WovenJoinPoint {
  return {
    aspect: read.word(point['aspect'], `${at}.aspect`),
    aspectFile: read.word(point['aspectFile'], `${at}.aspectFile`),
    aspectLine: read.count(point['aspectLine'], `${at}.aspectLine`),
    what: read.word(point['what'], `${at}.what`),
    file: read.word(point['file'], `${at}.file`),
    line: read.count(point['line'], `${at}.line`),
    column: read.count(point['column'], `${at}.column`),
  };
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return manifestInvalid(file, `no JSON: ${(error as Error).message.replace(/\s+/g, ' ')}`);
  }
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'absent').slice(0, 60);
}

function reader(file: string) {
  const fail = (problem: string): never => manifestInvalid(file, problem);
  const object = (value: unknown, at: string): Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : fail(`${at} is ${shown(value)}, not an object`);
  const text = (value: unknown, at: string, most: number): string => {
    if (typeof value !== 'string') return fail(`${at} is ${shown(value)}, not a text`);
    return value.length <= most ? value : fail(`${at} has ${value.length} characters, more than ${most}`);
  };
  const word = (value: unknown, at: string): string => text(value, at, longest.word);
  const count = (value: unknown, at: string): number =>
    Number.isSafeInteger(value) && (value as number) >= 0
      ? (value as number)
      : fail(`${at} is ${shown(value)}, not a whole number`);
  const flag = (value: unknown, at: string): boolean =>
    typeof value === 'boolean' ? value : fail(`${at} is ${shown(value)}, not true or false`);
  const list = <T>(value: unknown, at: string, each: (fields: Fields, at: string) => T): T[] => {
    if (!Array.isArray(value)) return fail(`${at} is ${shown(value)}, not a list`);
    if (value.length > longest.list) fail(`${at} has ${value.length} elements, more than ${longest.list}`);
    return value.map((one: unknown, n) => each(object(one, `${at}[${n}]`), `${at}[${n}]`));
  };
  const maybe = <K extends string, T>(
    fields: Fields,
    name: K,
    at: string,
    read: (value: unknown, at: string) => T,
  ): { [P in K]?: T } =>
    fields[name] === undefined ? {} : ({ [name]: read(fields[name], `${at}.${name}`) } as { [P in K]?: T });
  return { fail, object, text, word, count, flag, list, maybe };
}
