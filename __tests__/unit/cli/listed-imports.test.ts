import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../../src/base/file-view.ts';
import { listWithImports, withImports } from '../../../src/cli/listed-imports.ts';
import { listPackages } from '../../../src/go/list.ts';
import { plainGoEnv } from '../../support/go-command.ts';
import { tempModule } from '../../support/temp-module.ts';

const files = {
  'go.mod': 'module m\n\ngo 1.24\n',
  'main.go': 'package main\n\nimport (\n\t"os"\n\tf "fmt"\n\t_ "m/p"\n)\n\nfunc main() { f.Println(os.Args) }\n',
  'more.go': 'package main\n\nimport "fmt"\n\nvar _ = fmt.Sprint\n',
  'main_windows.go': 'package main\n\nimport "syscall"\n\nvar _ = syscall.Getpid\n',
  'main_test.go': 'package main\n\nimport "testing"\n\nfunc TestX(*testing.T) {}\n',
  'x_test.go': 'package main_test\n\nimport . "bytes"\n\nvar _ Buffer\n',
  'p/p.go': 'package p\n\nimport "C"\nimport "m/gone"\n\nvar _ = gone.X\n',
};
const options = (cwd: string) => ({ go: 'go', cwd, env: plainGoEnv({ CGO_ENABLED: '1' }) });

test.each([['./...'], ['fmt'], ['net/http'], ['m/gone']])(
  '%s: as go tells with all that it imports',
  async (pattern) => {
    const go = options(tempModule(files));
    const all = await listPackages(['--', pattern], go);
    expect(await listWithImports([pattern], go, disk)).toEqual(without(all));
  },
);

/** An absent field is an empty one. */
function without(listed: Awaited<ReturnType<typeof listPackages>>): unknown {
  return listed.map((each) =>
    each.Standard || each.Dir === undefined
      ? each
      : {
          ...each,
          Imports: each.Imports ?? [],
          TestImports: each.TestImports ?? [],
          XTestImports: each.XTestImports ?? [],
        },
  );
}

test('a file that cannot be read leaves it to go', () => {
  const listed = { ImportPath: 'm/p', Dir: join(tempModule(files), 'p'), GoFiles: ['../go.mod'] };
  expect(withImports(listed, disk)).toBeUndefined();
});
