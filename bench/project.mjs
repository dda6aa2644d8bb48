// A scratch copy of an application for one tool, the edits that the phases make to it, and the check of what was built.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Where each edited number stands: file in the copy (of aspects, the application says which), and a pattern with the number between two groups. */
const places = {
  main: { file: 'main.go', pattern: /^(const revision = )\d+($)/m },
  model: { file: 'internal/model/model.go', pattern: /^(const revision = )\d+($)/m },
  'aspect-main': { file: undefined, pattern: /(h(?:ooks|its)\.Hit\("main", )\d+(\))/ },
  'aspect-http': { file: undefined, pattern: /(h(?:ooks|its)\.Hit\("net\/http", )\d+(\))/ },
};

/**
 * Copies an application and its aspect file.
 *
 * @param {import('./apps.mjs').App} app
 * @param {string} folder absolute
 */
export function copyApp(app, folder) {
  cpSync(join(here, app.folder), folder, { recursive: true });
  if (app.added) cpSync(join(here, app.added), join(folder, app.aspects));
  // As users have it: the program lies in its package's folder, whose time each build renews.
  return {
    app,
    folder,
    program: join(folder, 'bench-app'),
    expected: { main: 1, model: 1, 'aspect-main': 1, 'aspect-http': 1 },
  };
}

/**
 * Writes `number` into one place of a copy.
 *
 * @param {ReturnType<typeof copyApp>} project its expectation follows
 * @param {keyof typeof places} place
 */
export function edit(project, place, number) {
  const file = join(project.folder, places[place].file ?? project.app.aspects);
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
 * Runs the built program's self test and compares its report with the sources and aspects as they now are, so that no
 * stale or unwoven program passes for a fast build.
 *
 * @throws Error with what differs
 */
export async function verify(project, { woven, env }) {
  const { app, expected, folder, program } = project;
  const report = await run([program, '-selftest', '-report'], { cwd: folder, env });
  const got = report.split('\n').map((line) => line.replace(/^(hook \S+ \d+) \d+$/, '$1'));
  const want = [`revision main ${expected.main}`, `revision model ${expected.model}`];
  if (woven) {
    const versions = { main: expected['aspect-main'], 'net/http': expected['aspect-http'] };
    want.push(...app.hooks.map((name) => `hook ${name} ${versions[name] ?? 1}`));
  }
  want.push('ok', '');
  if (got.join('\n') !== want.join('\n')) {
    throw new Error(
      `the program built is not what its sources and aspects say\nwant:\n${want.join('\n')}got:\n${report}`,
    );
  }
}
