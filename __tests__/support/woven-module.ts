import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lineLog } from '../../src/base/log.ts';
import { ensureHelper } from '../../src/driver/programs/helper-program.ts';
import { converse } from '../../src/driver/steps/oracle.ts';
import { importTable } from '../../src/lang/names/imports.ts';
import { sourceFile } from '../../src/lang/syntax/source.ts';
import type { WovenPackage } from '../../src/weave/weave-request.ts';
import { weaveWithTypes } from '../../src/weave/weave-with-types.ts';
import { go } from './go-command.ts';
import { testGrammar } from './grammar.ts';
import { tempModule } from './temp-module.ts';
import { aspectsOf } from './weave.ts';

const module = 'example.com/m';

/** A package of module `example.com/m` with a function `Main`, and the aspects that it is woven with. */
export interface Program {
  /** Its folder and name. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly aspects: string;
  /** As in {@link aspectsOf}. */
  readonly aspectFile: string;
}

export interface Outcome {
  readonly woven: WovenPackage;
  readonly plain: string;
  readonly run: string;
}

/**
 * Weaves packages of one module with the real type checker, builds both versions of all and runs them, each in one program.
 *
 * @param packages the rest of the module, by path
 */
export async function wovenModule(
  packages: Readonly<Record<string, string>>,
  programs: readonly Program[],
): Promise<Outcome[]> {
  const own = { 'go.mod': `module ${module}\n\ngo 1.24\n`, 'main.go': mainOf(programs) };
  const dir = tempModule({ ...own, ...packages, ...sources(programs) });
  const archives = archivesOf(dir);
  const grammar = await testGrammar();
  const woven: WovenPackage[] = [];
  for (const { name, files, aspects, aspectFile } of programs) {
    const importPath = `${module}/${name}`;
    const goFiles = Object.entries(files).map(([file, text]) => ({ name: file, bytes: Buffer.from(text) }));
    const specs = goFiles.flatMap(
      (file) => importTable(grammar.parse(sourceFile(file.name, file.bytes)), () => undefined).specs,
    );
    const talk = converse(
      await oracle(),
      {
        importPath,
        lang: undefined,
        goarch: 'amd64',
        files: goFiles.map((file) => ({ name: file.name, path: join(dir, name, file.name) })),
        packageFiles: archives,
        importMap: new Map(),
      },
      () => Promise.resolve(undefined),
    );
    try {
      const facts = { importPath, imports: new Set(specs.map(({ path }) => path)), testMain: false };
      const request = { facts, files: goFiles, packageName: () => undefined, weaverVersion: 'v1.2.3' };
      woven.push(await weaveWithTypes(request, aspectsOf(aspects, aspectFile), { grammar }, talk.ask));
    } finally {
      talk.close();
    }
  }
  const plain = outputs(dir, programs);
  const changed = tempModule({});
  cpSync(dir, changed, { recursive: true });
  programs.forEach(({ name }, i) => {
    const { files = [], added = [] } = woven[i] ?? {};
    for (const file of [...files, ...added]) {
      if (file.text !== undefined) write(join(changed, name, file.name), file.text);
    }
  });
  const run = outputs(changed, programs);
  return programs.map((_, i) => ({ woven: woven[i] as WovenPackage, plain: plain[i] ?? '', run: run[i] ?? '' }));
}

function sources(programs: readonly Program[]): Record<string, string> {
  return Object.fromEntries(
    programs.flatMap(({ name, files }) => Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])),
  );
}

function archivesOf(dir: string): Map<string, string> {
  const listed = go(['list', '-export', '-deps', '-f', '{{.ImportPath}}\t{{.Export}}', './...'], dir)
    .trim()
    .split('\n');
  return new Map(listed.map((line) => line.split('\t') as [string, string]));
}

function mainOf(programs: readonly Program[]): string {
  const imports = programs.map(({ name }) => `import ${name} "${module}/${name}"`);
  const calls = programs.map(({ name }) => `\t${name}.Main()\n\tfmt.Println("${mark}")`);
  return `package main\n\nimport "fmt"\n${imports.join('\n')}\n\nfunc main() {\n${calls.join('\n')}\n}\n`;
}

const mark = '== end of the package';

/** What each of the packages prints. */
function outputs(dir: string, programs: readonly Program[]): string[] {
  const program = join(dir, 'program');
  go(['build', '-o', program, '.'], dir);
  return execFileSync(program, { encoding: 'utf8' }).split(`${mark}\n`).slice(0, programs.length);
}

function write(file: string, text: Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function oracle(): Promise<string> {
  return ensureHelper('oracle', {
    go: 'go',
    goVersion: go(['env', 'GOVERSION'], '.').trim(),
    cacheDir: join(tmpdir(), `gots-test-oracle-${process.getuid?.()}`),
    sourceDir: join(import.meta.dirname, '../../helper/oracle'),
    log: lineLog(() => {}, false),
    env: process.env,
  });
}
