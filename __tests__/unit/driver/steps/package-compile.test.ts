import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Facts } from '../../../../src/cache/keys.ts';
import type { ToolRequest } from '../../../../src/driver/front/protocol.ts';
import { ArchiveDeps } from '../../../../src/driver/steps/archive-deps.ts';
import { describeCompile } from '../../../../src/driver/steps/package-compile.ts';
import { appendMember, archiveMagic } from '../../../../src/toolexec/archive.ts';
import { parseCompile } from '../../../../src/toolexec/argv.ts';
import { linkDepsMember } from '../../../../src/toolexec/link-deps.ts';
import { tempModule } from '../../../support/temp-module.ts';

/** A compile and the facts that are read of it; the tests of the shim (compile_test.go) read the same file. */
interface CompileFixture {
  readonly name: string;
  readonly importPath: string;
  readonly args: readonly string[];
  readonly importcfg: string;
  /** Text of the first file. */
  readonly first: string;
  /** Link dependencies by archive. */
  readonly archives?: Readonly<Record<string, string>>;
  readonly facts: Facts;
}

const file = join(import.meta.dirname, '../../../../helper/shim/testdata/compiles.json');
const fixtures = JSON.parse(readFileSync(file, 'utf8')) as readonly CompileFixture[];

test.each(fixtures)('the facts of $name', ({ importPath, args, importcfg, first, archives = {}, facts }) => {
  const command = parseCompile(args);
  const cwd = tempModule({ 'b001/importcfg': importcfg, [command.goFiles[0] as string]: first });
  for (const [name, deps] of Object.entries(archives)) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), appendMember(Buffer.from(archiveMagic), linkDepsMember, Buffer.from(deps)));
  }
  const request = { cwd, importPath, args } as unknown as ToolRequest;
  const given = { command, request, owner: undefined as never, job: undefined as never };
  expect(describeCompile(given, new ArchiveDeps('/cache'), undefined).facts).toEqual(facts);
});

test.each([
  ['a package', ['-p', 'example.com/p'], 'p', 'example.com/p', true],
  ['the same without TOOLEXEC_IMPORTPATH', ['-p', 'example.com/p'], 'p', '', true],
  ['a package of a test', ['-p', 'example.com/p'], 'p', 'example.com/p [example.com/p.test]', false],
  ['a main package', ['-p', 'main'], 'main', 'example.com/p', false],
  ['a main package in a test', ['-p', 'example.com/p'], 'main', 'example.com/p', false],
  ['export data with marks for debugging', ['-p', 'example.com/p', '-d=syncframes=1'], 'p', 'example.com/p', false],
  ['an object in another file', ['-p', 'example.com/p', '-linkobj', 'p.o'], 'p', 'example.com/p', false],
])('whether the archive tells the facts: %s', (_, flags, name, importPath, isTold) => {
  const cwd = tempModule({ importcfg: '', 'p.go': `package ${name}\n` });
  const args = ['-o', 'p.a', '-buildid', 'a/a', '-importcfg', 'importcfg', ...flags, 'p.go'];
  const request = { cwd, importPath, args } as unknown as ToolRequest;
  const given = { command: parseCompile(args), request, owner: undefined as never, job: undefined as never };
  expect(describeCompile(given, new ArchiveDeps('/cache'), undefined).isTold).toBe(isTold);
});
