// Bundles src into dist/, beside the two wasm files and the licences of what is bundled.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { buildLauncher } from './build-launcher.mjs';
import { buildPage } from './build-page.mjs';
import { buildServer } from './build-server.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// `--out DIR` builds elsewhere, for tests of a build that must not disturb dist/.
const at = process.argv.indexOf('--out');
const dist = at < 0 ? join(root, 'dist') : process.argv[at + 1];
// `--sourcemap` is for profiles, which then name the sources.
const sourcemap = process.argv.includes('--sourcemap');
const entries = {
  remote: 'src/cache/remote/main.ts',
  command: 'src/cli/run-command.ts',
  plugin: 'src/plugin/api.ts',
  'action-main': 'src/action/main.ts',
  'action-post': 'src/action/post.ts',
  'action-cache': 'src/action/cache/client-main.ts',
};

// The library of Go's regular expressions is a third of what the command and the cache program consist of, and few builds need it.
const regexps = {
  name: 'regular-expressions-apart',
  resolveId: (source) => (source === 're2js' ? { id: './re2.cjs', external: true } : undefined),
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const built = await build({
  cwd: root,
  input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))),
  platform: 'node',
  plugins: [regexps],
  output: {
    dir: dist,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'chunk-[name].mjs',
    minify: false,
    sourcemap,
  },
  // The toolkit's clients of HTTP and OIDC are loaded by what uses them: importing the rest has no effect that needs them.
  treeshake: { moduleSideEffects: (id) => !/node_modules\/@actions\/core\//.test(id.replaceAll('\\', '/')) },
  // web-tree-sitter's Emscripten glue holds an eval that is never reached with plain wasm.
  onwarn: (warning, warn) => void (warning.code === 'EVAL' || warn(warning)),
});

const re2 = await build({
  cwd: root,
  input: { re2: 're2js' },
  platform: 'node',
  output: { dir: dist, format: 'cjs', entryFileNames: '[name].cjs', sourcemap },
});

// What starts with each build is one file: Node takes half a millisecond for each. The rest it finds beside it.
const apart = {
  name: 'rest-apart',
  resolveId: (source) => (source.endsWith('/run-command.ts') ? { id: './command.mjs', external: true } : undefined),
};
await build({
  cwd: root,
  input: { cli: 'src/cli/main.ts' },
  platform: 'node',
  plugins: [apart],
  output: { dir: dist, format: 'esm', entryFileNames: '[name].mjs', minify: false, sourcemap },
});
const server = await buildServer(root, dist, { plugins: [regexps], sourcemap });

// The code that weaves, whose content is part of every key: what the command and the cache program may load.
const chunks = new Map(built.output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
const weaving = new Set();
const visit = (name) => {
  const chunk = chunks.get(name);
  if (!chunk || weaving.has(name)) return;
  weaving.add(name);
  [...chunk.imports, ...chunk.dynamicImports].forEach(visit);
};
visit('command.mjs');

const page = await buildPage(dist);
await buildLauncher(dist);

const wasm = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-go/tree-sitter-go.wasm'];
for (const file of wasm) cpSync(join(root, 'node_modules', file), join(dist, file.split('/')[1]));
const wasmNames = wasm.map((file) => file.split('/')[1]);
writeFileSync(
  join(dist, 'weaver.json'),
  `${JSON.stringify(['cli.mjs', 'cacheprog.cjs', 'server.cjs', 're2.cjs', ...weaving, ...wasmNames].sort(), null, 2)}\n`,
);

/** Folders of the packages of which something is bundled; the wasm files are copied. */
const folders = [...built.output, ...re2.output, ...server, ...page]
  .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
  .map((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1])
  .filter((folder) => folder !== undefined);
const copied = wasm.map((file) => join(root, 'node_modules', file.split('/')[0]));
const licences = new Map();
for (const folder of new Set([...folders, ...copied])) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[sc]e(\.|$)/i.test(entry));
  if (!file) console.warn(`${name} has no licence file; its package.json says ${license}`);
  const text = file ? `\n\n${readFileSync(join(folder, file), 'utf8').trim()}` : '';
  licences.set(`${name} ${version}`, `## ${name} ${version} (${license})${text}\n`);
}
const texts = [...licences].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
writeFileSync(join(dist, 'LICENSES.md'), `# Licences of what is bundled here\n\n${texts.join('\n')}`);
