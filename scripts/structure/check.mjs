// Checks what ARCHITECTURE.md says of src: layers, cycles, sizes, names, who reads the environment and starts processes.
// `--write` writes the drawing and the rules of Biome that follow from layers.mjs.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { biomeRules } from './biome-rules.mjs';
import { drawing } from './drawing.mjs';
import { layers, most } from './layers.mjs';
import { exportsTwice, namesTwice } from './names.mjs';
import { root, sourceFiles } from './read-imports.mjs';
import { brokenLinks, unwantedWords } from './words.mjs';

const rules = 'scripts/structure/rules.json';
const made = {
  [rules]: `${JSON.stringify(biomeRules(), null, 2)}\n`,
  'docs/images/layers.svg': drawing(),
};
if (process.argv.includes('--write')) {
  for (const [file, text] of Object.entries(made)) writeFileSync(join(root, file), text);
}

const files = sourceFiles();
const found = new Map([
  ['made files that are stale (npm run drawing writes them)', staleFiles()],
  ['folders that are no layer', foldersWithoutLayer()],
  [`folders of more than ${most.filesPerFolder} files`, crowdedFolders()],
  [`files of more than ${most.linesPerFile} lines`, longFiles()],
  ['file names twice', namesTwice(files).map(([name, where]) => `${name}: ${where.join(', ')}`)],
  ['exported names twice', exportsTwice(files).map(([name, where]) => `${name}: ${where.join(', ')}`)],
  ['words that are hard to read', unwantedWords()],
  ['links of documents that lead nowhere', brokenLinks()],
  ...biomeFindings(),
]);

for (const [rule, places] of found) {
  console.log(`${places.length === 0 ? 'ok' : 'NOT OK'}  ${rule}: ${places.length}`);
  for (const place of places) console.log(`        ${place}`);
}
process.exit([...found.values()].some((places) => places.length > 0) ? 1 : 0);

function staleFiles() {
  const text = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);
  return Object.keys(made).filter((file) => text(file) !== made[file]);
}

function foldersWithoutLayer() {
  return [...new Set(files.map((file) => file.split('/')[1]))].filter((name) => !(name in layers));
}

function longFiles() {
  const lines = (file) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  return files.filter((file) => lines(file) > most.linesPerFile).map((file) => `${file}: ${lines(file)}`);
}

function crowdedFolders() {
  const counts = new Map();
  for (const file of files) counts.set(posix.dirname(file), (counts.get(posix.dirname(file)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most.filesPerFolder).map(([folder, count]) => `${folder}: ${count}`);
}

/** What Biome finds by the rules of `rules.json`, by rule. */
function biomeFindings() {
  const names = {
    'lint/suspicious/noImportCycles': 'imports in a cycle',
    'lint/style/noRestrictedImports': 'imports that climb, or of what only one layer may use',
    'lint/style/noRestrictedGlobals': 'environment, clock or process in a pure layer',
    'lint/style/noProcessEnv': 'process.env below the entries',
    plugin: 'switches over kinds with a default',
  };
  const biome = join(root, 'node_modules', '.bin', 'biome');
  const args = ['lint', `--config-path=${rules}`, '--reporter=json', '--max-diagnostics=none', 'src'];
  const run = spawnSync(biome, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { diagnostics } = JSON.parse(run.stdout);
  return Object.entries(names).map(([category, name]) => [
    name,
    diagnostics
      .filter((diagnostic) => diagnostic.category === category)
      .map(({ location, message }) => `${location.path}:${location.start.line} ${message}`)
      .sort(),
  ]);
}
