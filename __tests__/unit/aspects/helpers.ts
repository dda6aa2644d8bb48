import { join } from 'node:path';
import { expect } from 'vitest';
import type { CheckTemplate } from '../../../src/aspects/schema.ts';
import type { FileView } from '../../../src/base/file-view.ts';
import type { AspectFile } from '../../../src/dialects/contract.ts';
import { readGots } from '../../../src/dialects/gots/read-gots.ts';
import { type LoadedAspects, type LoadOptions, loadAspects } from '../../../src/dialects/load/load.ts';
import { readOrchestrion } from '../../../src/dialects/orchestrion/read-orchestrion.ts';
import { type Diagnostic, formatError, GotsError } from '../../../src/report/diagnostic.ts';
import type { Advice } from '../../../src/vocabulary/advice.ts';
import type { JoinPoint } from '../../../src/vocabulary/points.ts';

/** The line a user would see, for an error that must come. */
export function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof GotsError) return formatError(error);
    throw error;
  }
  return expect.unreachable('no error was thrown');
}

export interface Read extends AspectFile {
  readonly warnings: readonly Diagnostic[];
}

/** Reads `text` as `orchestrion.yml`, with the warnings it gave. */
export function orchestrion(text: string, checkTemplate?: CheckTemplate): Read {
  const warnings: Diagnostic[] = [];
  const file = { display: 'orchestrion.yml', bytes: Buffer.from(text) };
  const read = readOrchestrion(file, { strict: false, warn: (warning) => warnings.push(warning), checkTemplate });
  return { ...read, warnings };
}

/** Reads `text` as `gots.yml`. */
export function gots(text: string, checkTemplate?: CheckTemplate): AspectFile {
  const file = { display: 'gots.yml', bytes: Buffer.from(text) };
  return readGots(file, { strict: false, warn: (warning) => expect.unreachable(warning.message), checkTemplate });
}

/** The join point in a file that has only that; `yaml` is its lines, unindented. */
export function pointOf(yaml: string): JoinPoint {
  const [aspect] = orchestrion(withPoint(yaml)).aspects;
  return aspect?.joinPoint ?? expect.unreachable('no aspect');
}

export function withPoint(yaml: string): string {
  return `aspects:\n  - join-point:\n${indent(yaml, 6)}\n    advice: []\n`;
}

/** The advice in a file that has only those; `yaml` is a list or a single one, unindented. */
export function adviceOf(yaml: string): readonly Advice[] {
  const [aspect] = orchestrion(withAdvice(yaml)).aspects;
  return aspect?.advice ?? expect.unreachable('no aspect');
}

export function withAdvice(yaml: string): string {
  return `aspects:\n  - join-point: {function: []}\n    advice:\n${indent(yaml, 6)}\n`;
}

/** Drops positions, so that tables show meaning only. */
export function withoutSpans(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'span' || key === 'lines' ? undefined : inner)));
}

function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}

/** A file system of texts by absolute path; folders are the folders of the files. */
export function treeReader(files: Readonly<Record<string, string>>): FileView {
  const folders = new Set<string>();
  for (const path of Object.keys(files)) {
    for (let folder = join(path, '..'); !folders.has(folder); folder = join(folder, '..')) folders.add(folder);
  }
  return {
    read: (path) => (Object.hasOwn(files, path) ? Buffer.from(files[path] ?? '') : undefined),
    isDirectory: (path) => folders.has(join(path, '.').replace(/(.)\/$/, '$1')),
    list: (path) =>
      Object.keys(files)
        .filter((name) => name.startsWith(`${path}/`))
        .map((name) => name.slice(path.length + 1)),
  };
}

/** Loads from {@link treeReader}; the main module is `/app`, the module cache `/cache`, built-in sets lie in `/gots/aspects`. */
export function loadTree(files: Readonly<Record<string, string>>, options: Partial<LoadOptions> = {}): LoadedAspects {
  return loadAspects({
    entries: ['gots.yml'],
    root: '/app',
    moduleCache: '/cache',
    reader: treeReader(files),
    builtInSet: (name) => (name.startsWith('otel') ? `/gots/aspects/${name}/` : undefined),
    ...options,
  });
}

/** A file of aspects that have nothing but ids. */
export function aspectsNamed(...ids: string[]): string {
  const items = ids.map((id) => `  - id: ${id}\n    join-point: {function: []}\n    advice: []\n`);
  return `aspects:\n${items.join('')}`;
}

/** The only item of a list. */
export function expectOne<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined || items.length !== 1) return expect.unreachable(`${items.length} items instead of one`);
  return item;
}
