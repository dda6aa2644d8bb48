// What plain go is given to do the work that weaving cannot spare: to compile packages that changed, and packages that are injected.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { run } from './measure.mjs';

const tag = 'bench_injected';

/**
 * Flags with which plain `go build` compiles changed packages and all that import them, and links injected ones.
 *
 * @param {ReturnType<typeof import('./project.mjs').copyApp>} project gets files that only these flags make part of it
 * @param {import('./runner.mjs').Setting} setting
 * @param {{ changed?: readonly string[], addsImport?: boolean, injected?: boolean }} what `changed`: packages to change, as the go command names them.
 *   `addsImport`: the change is an import, as weaving adds one. The compiler lists all that a package imports, at any depth, in its export
 *   data, so go compiles all that depend on a changed package; without, it stops at importers that come out as they were. `injected`: what
 *   the aspects inject is compiled and linked, too
 */
export async function counterpart(project, setting, { changed = [], addsImport = false, injected = false }) {
  const { folder, app } = project;
  const modfile = join(folder, 'counterpart.mod');
  for (const ending of ['mod', 'sum'])
    copyFileSync(join(folder, `go.${ending}`), join(folder, `counterpart.${ending}`));
  const withInjected = injected && app.injected.length > 0;
  const flags = withInjected ? await addInjected(project, setting, modfile) : [];
  const { overlay, isReplaced } = await change(project, setting, { packages: changed, addsImport, modfile });
  if (withInjected || isReplaced) flags.push(`-modfile=${modfile}`);
  return overlay === undefined ? flags : [...flags, `-overlay=${overlay}`];
}

/** @returns the build tag under which main imports what the aspects inject */
async function addInjected({ app, folder }, { env }, modfile) {
  const imports = app.injected.map((path) => `import _ "${path}"\n`).join('');
  writeFileSync(join(folder, 'injected.go'), `//go:build ${tag}\n\npackage main\n\n${imports}`);
  const edits = Object.entries(app.injectedModules).flatMap(([path, dir]) => [
    `-require=${path}@v0.0.0`,
    `-replace=${path}=${dir}`,
  ]);
  await run(['go', 'mod', 'edit', ...edits, modfile], { cwd: folder, env });
  await run(['go', 'mod', 'tidy', `-modfile=${modfile}`], { cwd: folder, env: { ...env, GOFLAGS: `-tags=${tag}` } });
  return [`-tags=${tag}`];
}

/**
 * Gives packages one more variable, through an overlay. Files of the module cache may not be overlaid: a module from there is replaced
 * by a copy, so all of its packages are compiled.
 */
async function change({ folder }, { scratch, env, next }, { packages, addsImport, modfile }) {
  if (packages.length === 0) return { overlay: undefined, isReplaced: false };
  const revision = next();
  const format = '{{.Dir}}|{{index .GoFiles 0}}|{{with .Module}}{{if not .Main}}{{.Path}}|{{.Dir}}{{end}}{{end}}';
  const listed = await run(['go', 'list', '-f', format, ...packages], { cwd: folder, env });
  const replace = {};
  let isReplaced = false;
  for (const [i, line] of listed.trim().split('\n').entries()) {
    const [dir, file, module, moduleDir] = line.split('|');
    const original = join(dir, file);
    if (module) {
      const copy = copyModule(moduleDir, join(scratch, `module-${i}`));
      writeFileSync(join(copy, dir.slice(moduleDir.length), file), changed(original, revision, addsImport));
      await run(['go', 'mod', 'edit', `-replace=${module}=${copy}`, modfile], { cwd: folder, env });
      isReplaced = true;
      continue;
    }
    const edited = join(scratch, `overlaid-${i}-${basename(original)}`);
    writeFileSync(edited, changed(original, revision, addsImport));
    replace[original] = edited;
  }
  const overlay = join(scratch, 'overlay.json');
  writeFileSync(overlay, JSON.stringify({ Replace: replace }));
  return { overlay, isReplaced };
}

/** A file's text with one more variable, and an import that no application has if one is wanted. */
function changed(file, revision, addsImport) {
  const text = `${readFileSync(file, 'utf8')}\nvar benchRevision = ${revision}\n`;
  return addsImport ? text.replace(/^package \w+.*$/m, '$&\nimport _ "container/ring"') : text;
}

/** The module cache is read-only; a copy is not. */
function copyModule(from, to) {
  if (existsSync(to)) rmSync(to, { recursive: true });
  mkdirSync(to, { recursive: true });
  cpSync(from, to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath ?? entry.path, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  return to;
}
