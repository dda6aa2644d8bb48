import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goCommands } from '../../../../src/driver/serve/go-commands.ts';
import { goProcess } from '../../../../src/driver/serve/go-process.ts';
import { isAccepted } from '../../../../src/driver/steps/own-compile.ts';
import type { PackageCompile } from '../../../../src/driver/steps/package-compile.ts';
import { parseCompile } from '../../../../src/toolexec/argv.ts';
import { go } from '../../../support/go-command.ts';
import { tempModule } from '../../../support/temp-module.ts';

const started: number[] = [];
const commands = goCommands({
  ...{ env: process.env, childCacheProg: '', toolexecFlag: '', socket: '' },
  started: (pid) => void started.push(pid),
});
const tool = join(go(['env', 'GOTOOLDIR'], '.').trim(), 'compile');

/** A compile of one file, as cmd/go asks for it; none of its imports is there. */
function compileOf(
  source: string,
  flags: readonly string[] = [],
): { readonly host: PackageCompile; readonly dir: string } {
  const dir = tempModule({ 'a.go': source, importcfg: '', 'out/x': '' });
  const args = ['-o', 'a.a', '-p', 'example.com/p', '-complete', '-importcfg', 'importcfg', ...flags, './a.go'];
  const request = {
    ...{
      kind: 'compile' as const,
      args,
      pid: 1,
      goPid: 1,
      cwd: dir,
      pwd: '',
      tool,
      importPath: 'example.com/p',
      chain: '',
    },
  };
  const rest = { owner: goProcess('', [], undefined), importcfg: { packageFiles: new Map(), importMap: new Map() } };
  return { host: { command: parseCompile(args), request, ...rest } as unknown as PackageCompile, dir };
}

test.each([
  ['what is right', 'package p\n\nfunc F() int { return 1 }\n', true],
  ['a variable without a use', 'package p\n\nfunc F() { x := 1 }\n', false],
  ['an import that is not there', 'package p\n\nimport "fmt"\n\nvar _ = fmt.Sprint\n', false],
  ['a result that is missing', 'package p\n\nfunc F() int { }\n', false],
])('the compiler accepts %s: %#', async (_, source, accepted) => {
  const { host, dir } = compileOf(source);
  expect(await isAccepted(commands, host, join(dir, 'out'))).toBe(accepted);
  expect(started.length).toBeGreaterThan(0);
  // The object that go waits for is the woven one.
  expect(existsSync(join(dir, 'a.a'))).toBe(false);
});

test('writes no other file that the user asked the compiler for', async () => {
  const { host, dir } = compileOf('package p\n', ['-cpuprofile', 'cpu.prof', '-asmhdr', 'go_asm.h', '-m']);
  expect(await isAccepted(commands, host, join(dir, 'out'))).toBe(true);
  expect(['cpu.prof', 'go_asm.h'].filter((name) => existsSync(join(dir, name)))).toEqual([]);
});
