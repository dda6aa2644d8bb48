import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstLines, run } from './run.mjs';

/**
 * The sources of a program in a folder of its own: a copy of the module that the proxy has, or a module that requires it.
 *
 * @returns {{ dir: string, target: string }} where go runs, and the package to build
 * @throws Error when the proxy or go refuses
 */
export async function prepare(program, sources, env) {
  const [path] = program.module.split('@');
  const dir = join(sources, program.name);
  const mark = join(sources, `${program.name}.prepared`);
  const target = program.dependency ? join(path, program.main) : program.main;
  if (existsSync(mark) && readFileSync(mark, 'utf8') === program.module) return { dir, target };
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  if (program.dependency) {
    writeFileSync(join(dir, 'go.mod'), 'module example.com/program\n\ngo 1.26\n');
    writeFileSync(join(dir, 'tools.go'), `//go:build tools\n\npackage program\n\nimport _ "${target}"\n`);
    await must(['go', 'get', program.module], dir, env);
    await must(['go', 'mod', 'tidy'], dir, env);
  } else {
    const { Dir } = JSON.parse(await must(['go', 'mod', 'download', '-json', program.module], sources, env));
    await must(['cp', '-R', `${Dir}/.`, dir], sources, env);
    await must(['chmod', '-R', 'u+w', dir], sources, env);
    for (const name of program.without ?? []) rmSync(join(dir, name), { force: true });
  }
  writeFileSync(mark, program.module);
  return { dir, target };
}

async function must(argv, cwd, env) {
  const { status, stdout, stderr } = await run(argv, { cwd, env });
  if (status !== 0) throw new Error(firstLines(stderr || stdout));
  return stdout;
}
