// Says what a checkout of another tool has that gots does not read: kinds of join points and advice, keys, names of files, variables,
// and rule files with problems. Exit code 1 if there is anything.
//   npm run drift -- --checkout DIR [--checkout DIR…] [--write]
// `--write` puts the table into docs/compatibility.md.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'rolldown';
import { Checkout } from './drift/checkout.mjs';
import { peers } from './drift/peers.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
  options: { checkout: { type: 'string', multiple: true }, write: { type: 'boolean' } },
});
if (values.checkout === undefined) {
  console.error('usage: npm run drift -- --checkout DIR [--checkout DIR…] [--write]');
  process.exit(2);
}

const gots = await bundled({ registry: 'src/dialects/registry.ts', facts: 'src/dialects/facts.ts' });
const { dialects } = gots.registry;
const { dialectNamed, isConfiguration } = gots.facts;

/** The modules of gots, as they are in the sources. */
async function bundled(input) {
  const dir = mkdtempSync(join(tmpdir(), 'gots-drift-'));
  try {
    await build({ cwd: root, input, platform: 'node', output: { dir, format: 'esm', entryFileNames: '[name].mjs' } });
    const modules = Object.keys(input).map(async (name) => [
      name,
      await import(pathToFileURL(join(dir, `${name}.mjs`)).href),
    ]);
    return Object.fromEntries(await Promise.all(modules));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** All problems and warnings that gots has with a text: `{code, message, span}`. */
function problemsIn({ display, text }, inherited) {
  const problems = [];
  const note = (problem) => void problems.push(problem);
  const dialect = dialects[dialectNamed(basename(display)) ?? inherited];
  const file = { display, bytes: Buffer.from(text), moduleIn: () => 'example.com/module' };
  try {
    dialect.parse(file, { strict: false, warn: note, sink: note });
  } catch (error) {
    if (error.code === undefined) throw error;
    note(error);
  }
  return problems;
}

function sourceText(path) {
  const full = join(root, path);
  if (!statSync(full).isDirectory()) return readFileSync(full, 'utf8');
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(full, name), 'utf8'))
    .join('\n');
}

function isRead(word, kind, dialect, checkout) {
  if (kind.files) return isConfiguration(word) || dialectNamed(word) !== undefined;
  if (kind.variables) return dialects[dialect].env.includes(word);
  if (kind.source)
    return new RegExp(`(?<![\\w/])${word.replaceAll('.', '\\.')}(?![\\w/])`).test(sourceText(kind.source));
  return problemsIn(kind.probe(word, checkout), dialect).every(({ code }) => code !== kind.unknown);
}

/** `A, B (reason)` for each reason. */
function byReason(words, reasons) {
  const groups = new Map();
  for (const word of words) groups.set(reasons[word], [...(groups.get(reasons[word]) ?? []), word]);
  return [...groups].map(([reason, each]) => `${each.sort().join(', ')} (${reason})`);
}

function drift(dir) {
  const checkout = new Checkout(resolve(dir));
  const goMod = checkout.text('go.mod');
  const peer = peers.find(({ module }) => module.test(goMod));
  if (!peer) throw new Error(`${dir}: its go.mod names no tool that gots knows`);
  const rows = [];
  const found = [];
  for (const [name, kind] of Object.entries(peer.kinds)) {
    const words = kind.words(checkout);
    // A pattern that finds nothing looks at sources that have moved: that is drift of this script.
    if (words.size === 0) found.push(`${name}: found none in the checkout`);
    const unread = [...words].filter(([word]) => !isRead(word, kind, peer.dialect, checkout));
    const left = unread.filter(([word]) => Object.hasOwn(peer.left, word)).map(([word]) => word);
    const missing = unread.filter(([word]) => !left.includes(word));
    for (const [word, where] of missing) found.push(`${name}: ${word} (${where})`);
    rows.push({
      name,
      total: words.size,
      left: byReason(left, peer.left),
      missing: missing.length,
    });
  }
  const files = checkout.files(peer.ruleFiles);
  const problems = files.flatMap((path) =>
    problemsIn({ display: path, text: checkout.text(path) }, peer.dialect).map(
      ({ code, message, span }) => `${path}:${span?.line ?? 1}: ${message} (${code})`,
    ),
  );
  rows.push({ name: 'rule files', total: files.length, left: [], missing: problems.length });
  const module = /^module (\S+)/m.exec(goMod)[1];
  return { module, rows, found: [...found, ...problems] };
}

const results = values.checkout.map((dir) => ({ dir, ...drift(dir) }));
const escaped = (text) => text.replaceAll('|', '\\|');
const lines = results.flatMap(({ module, rows }) =>
  rows.map(
    ({ name, total, left, missing }) =>
      `| ${module} | ${name} | ${total} | ${missing} | ${escaped(left.join('; ')) || '–'} |`,
  ),
);
const table = ['| module | what | there | not read | not read on purpose |', '|---|---|---|---|---|', ...lines].join(
  '\n',
);
console.log(table);
for (const { dir, found } of results) for (const each of found) console.log(`${dir}: ${each}`);
if (values.write) {
  const file = join(root, 'docs', 'compatibility.md');
  const text = readFileSync(file, 'utf8');
  const marks = /(<!-- drift: [^\n]*-->\n)[\s\S]*?(<!-- end of drift -->)/;
  if (!marks.test(text)) throw new Error(`${file} has no place for the table`);
  writeFileSync(
    file,
    text.replace(marks, (_, start, end) => `${start}\n${table}\n\n${end}`),
  );
}
process.exit(results.some(({ found }) => found.length > 0) ? 1 : 0);
