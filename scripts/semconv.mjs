// Writes data/semconv/conventions.json: what the published Go module of the semantic conventions tells of attributes and metrics.
//   node scripts/semconv.mjs            writes the file
//   node scripts/semconv.mjs --check    compares it, exit code 1 if it differs
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The module whose folder `semconv/<version>` is read; the conventions' own repository is no Go module. */
const source = {
  module: 'go.opentelemetry.io/otel',
  moduleVersion: 'v1.47.0',
  conventions: 'v1.43.0',
  license: 'Apache-2.0',
};

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = join(root, 'data', 'semconv', 'conventions.json');
const env = { ...process.env, GOFLAGS: '', GOWORK: 'off', GOCACHEPROG: '' };
const go = (...args) => execFileSync('go', args, { cwd: tmpdir(), env, encoding: 'utf8', maxBuffer: 1 << 26 });

const { Dir: folder } = JSON.parse(go('mod', 'download', '-json', `${source.module}@${source.moduleVersion}`));
const reduce = join(root, 'scripts', 'semconv', 'reduce', 'main.go');
const text = print(JSON.parse(go('run', reduce, join(folder, 'semconv', source.conventions))));
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('data/semconv/conventions.json is stale: node scripts/semconv.mjs writes it');
  process.exit(1);
}

/** One line for each attribute and metric, so that a diff of two versions shows them. */
function print({ schemaUrl, attributes, templates, metrics }) {
  const lines = (entries) =>
    Object.entries(entries)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`)
      .join(',\n');
  return `{
  "source": ${JSON.stringify(source)},
  "schemaUrl": ${JSON.stringify(schemaUrl)},
  "attributes": {
${lines(attributes)}
  },
  "templates": {
${lines(templates)}
  },
  "metrics": {
${lines(metrics)}
  }
}
`;
}
