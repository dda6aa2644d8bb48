// Bundles src into dist/, beside the two wasm files and the licences of what is bundled.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { buildPage } from './build-page.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// `--out DIR` builds elsewhere, for tests of a build that must not disturb dist/.
const at = process.argv.indexOf('--out');
const dist = at < 0 ? join(root, 'dist') : process.argv[at + 1];
const entries = {
  cli: 'src/cli/main.ts',
  cacheprog: 'src/build/main.ts',
  plugin: 'src/plugin/api.ts',
  'action-main': 'src/action/main.ts',
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await build({
  cwd: root,
  input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))),
  platform: 'node',
  output: { dir: dist, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[name].mjs', minify: false },
  // web-tree-sitter's Emscripten glue holds an eval that is never reached with plain wasm.
  onwarn: (warning, warn) => void (warning.code === 'EVAL' || warn(warning)),
});

await buildPage(dist);

const wasm = ['web-tree-sitter/web-tree-sitter.wasm', 'tree-sitter-go/tree-sitter-go.wasm'];
for (const file of wasm) cpSync(join(root, 'node_modules', file), join(dist, file.split('/')[1]));

const bundled = [
  'diff',
  'es-module-lexer',
  'preact',
  'preact-render-to-string',
  'web-tree-sitter',
  'tree-sitter-go',
  'yaml',
  're2js',
];
const licences = bundled.map((name) => {
  const { version, license } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  const text = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim();
  return `## ${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(join(dist, 'LICENSES.md'), `# Licences of what is bundled here\n\n${licences.join('\n')}`);
