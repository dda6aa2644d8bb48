// What weaving injects, compiled by plain go: the cost that is not weaving's own.
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './measure.mjs';

const tag = 'bench_injected';

/**
 * Flags with which plain `go build` compiles and links the packages, too, that the aspects inject.
 *
 * @param {ReturnType<typeof import('./project.mjs').copyApp>} project gets a file that only these flags make part of it
 * @param {Pick<import('./runner.mjs').Setting, 'env'>} setting
 * @returns none where the aspects inject packages of the application itself only
 */
export async function injectedFlags({ app, folder }, { env }) {
  if (app.injected.length === 0) return [];
  const modfile = join(folder, 'injected.mod');
  if (!existsSync(modfile)) {
    const paths = app.injected.map((name) => name.replace(/@.*/, ''));
    const imports = paths.map((path) => `import _ "${path}"\n`).join('');
    writeFileSync(join(folder, 'injected.go'), `//go:build ${tag}\n\npackage main\n\n${imports}`);
    for (const ending of ['mod', 'sum']) copyFileSync(join(folder, `go.${ending}`), join(folder, `injected.${ending}`));
    await run(['go', 'get', `-modfile=${modfile}`, ...app.injected], { cwd: folder, env });
  }
  return [`-modfile=${modfile}`, `-tags=${tag}`];
}
