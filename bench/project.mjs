// A scratch copy of the application for one tool, the edits that the phases make to it, and the check of what was built.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const hooks = ['database/sql', 'go-redis', 'grpc', 'main', 'model', 'net/http'];

/** Where each edited number stands: file in the copy, and a pattern with the number between two groups. */
const places = {
  main: { file: 'main.go', pattern: /^(const revision = )\d+($)/m },
  model: { file: 'internal/model/model.go', pattern: /^(const revision = )\d+($)/m },
  'aspect-main': { file: 'orchestrion.yml', pattern: /(hooks\.Hit\("main", )\d+(\))/ },
  'aspect-http': { file: 'orchestrion.yml', pattern: /(hooks\.Hit\("net\/http", )\d+(\))/ },
};

/** Copies the application and its aspect file to `folder`. */
export function copyApp(folder) {
  cpSync(join(here, 'app'), folder, { recursive: true });
  cpSync(join(here, 'orchestrion.yml'), join(folder, 'orchestrion.yml'));
  return { folder, expected: { main: 1, model: 1, 'aspect-main': 1, 'aspect-http': 1 } };
}

/**
 * Writes `number` into one place of a copy.
 *
 * @param {ReturnType<typeof copyApp>} project its expectation follows
 * @param {keyof typeof places} place
 */
export function edit(project, place, number) {
  const file = join(project.folder, places[place].file);
  writeFileSync(file, replaceNumber(readFileSync(file, 'utf8'), places[place].pattern, number));
  project.expected[place] = number;
}

/**
 * Replaces the number between the two groups of `pattern`.
 *
 * @throws Error when the pattern is not there, or the number is there already: the edit would change nothing
 */
export function replaceNumber(text, pattern, number) {
  const edited = text.replace(pattern, (_, before, after) => `${before}${number}${after}`);
  if (edited === text) throw new Error(`the edit of ${pattern} to ${number} changes nothing`);
  return edited;
}

/**
 * Writes an overlay in which net/http has one more variable: the plain build's counterpart of an aspect edit there.
 *
 * @returns the overlay's file name, for -overlay
 */
export function overlayHttp(scratch, goroot, number) {
  const original = join(goroot, 'src/net/http/server.go');
  const edited = join(scratch, 'server.go');
  const overlay = join(scratch, 'overlay.json');
  writeFileSync(edited, `${readFileSync(original, 'utf8')}\nvar benchRevision = ${number}\n`);
  writeFileSync(overlay, JSON.stringify({ Replace: { [original]: edited } }));
  return overlay;
}

/**
 * Runs the built program's self test and compares its report with the sources and aspects as they now are, so that no
 * stale or unwoven program passes for a fast build.
 *
 * @throws Error with what differs
 */
export async function verify(project, program, { woven, env }) {
  const report = await run([program, '-selftest', '-report'], { cwd: project.folder, env });
  const got = report.split('\n').map((line) => line.replace(/^(hook \S+ \d+) \d+$/, '$1'));
  const want = [`revision main ${project.expected.main}`, `revision model ${project.expected.model}`];
  if (woven) {
    const versions = { main: project.expected['aspect-main'], 'net/http': project.expected['aspect-http'] };
    want.push(...hooks.map((name) => `hook ${name} ${versions[name] ?? 1}`));
  }
  want.push('ok', '');
  if (got.join('\n') !== want.join('\n')) {
    throw new Error(
      `the program built is not what its sources and aspects say\nwant:\n${want.join('\n')}got:\n${report}`,
    );
  }
}
