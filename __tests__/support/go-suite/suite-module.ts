import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseJsonStream } from '../../../src/go/go.ts';
import { run } from '../run.ts';
import { type ProgramFacts, programFacts } from './program-facts.ts';
import { type SuiteVariant, suiteAspects, suiteVariants, wovenPackage } from './suite-aspects.ts';
import type { SuiteFile } from './suite-files.ts';

/** A program of the suite as a package of a module that holds many. */
export interface ModuleProgram {
  readonly file: SuiteFile;
  readonly importPath: string;
  readonly dir: string;
  readonly facts: ProgramFacts;
}

export interface SuiteModule {
  readonly dir: string;
  readonly programs: readonly ModuleProgram[];
  /** Files that go does not take as a package of such a module, each with the reason. */
  readonly refused: Readonly<Record<string, string>>;
  /** Aspect file of a variant. */
  aspects(variant: SuiteVariant): string;
}

const modulePath = 'example.com/suite';

/**
 * Writes files of the suite as packages of one module: one go command builds them all.
 *
 * @param env of the go commands
 */
export async function writeSuiteModule(
  dir: string,
  files: readonly SuiteFile[],
  env: NodeJS.ProcessEnv,
): Promise<SuiteModule> {
  mkdirSync(join(dir, 'woven'), { recursive: true });
  const version = (await must(['go', 'env', 'GOVERSION'], dir, env)).trim().replace(/^go/, '');
  writeFileSync(join(dir, 'go.mod'), `module ${modulePath}\n\ngo ${/^\d+\.\d+/.exec(version)?.[0]}\n`);
  writeFileSync(join(dir, 'woven/woven.go'), 'package woven\n');
  for (const file of files) {
    mkdirSync(join(dir, file.name), { recursive: true });
    writeFileSync(join(dir, file.name, basename(file.path)), file.text, 'latin1');
  }
  interface Listed {
    readonly ImportPath: string;
    readonly Error?: { readonly Err: string };
    readonly DepsErrors?: readonly { readonly Err: string }[];
    readonly CgoFiles?: readonly string[];
    readonly GoFiles?: readonly string[];
  }
  const fields = '-json=ImportPath,Error,DepsErrors,GoFiles,CgoFiles';
  const packages = parseJsonStream<Listed>(await must(['go', 'list', '-e', fields, './...'], dir, env));
  const listed = new Map(packages.map((pkg) => [pkg.ImportPath, pkg]));
  const refused: Record<string, string> = {};
  const kept = files.filter(({ name, path }) => {
    const pkg = listed.get(`${modulePath}/${name}`);
    const problem =
      pkg?.Error?.Err ?? pkg?.DepsErrors?.[0]?.Err ?? (pkg?.GoFiles?.length ? undefined : 'other systems');
    if (problem !== undefined) refused[path] = problem.split('\n')[0] as string;
    return problem === undefined;
  });
  const facts = programFacts(
    kept.map(({ name, path }) => join(dir, name, basename(path))),
    join(dir, '..', 'tools'),
  );
  const programs = kept.map((file, at) => ({
    file,
    importPath: `${modulePath}/${file.name}`,
    dir: join(dir, file.name),
    facts: facts[at] as ProgramFacts,
  }));
  writeFileSync(join(dir, 'woven/woven.go'), wovenPackage(programs));
  for (const variant of suiteVariants) {
    writeFileSync(join(dir, `${variant}.yml`), suiteAspects(variant, modulePath, programs));
  }
  return { dir, programs, refused, aspects: (variant) => join(dir, `${variant}.yml`) };
}

async function must(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { status, stdout, stderr } = await run(argv, env, { cwd });
  if (status !== 0) throw new Error(`${argv.join(' ')}: ${status}\n${stderr}`);
  return stdout;
}
