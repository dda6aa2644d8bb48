// Writes docs/telemetry.md: docs/telemetry/page.md with tables of what the files telemetry.yml below aspects/ and the Go code itself declare.
//   node scripts/telemetry.mjs            writes the file
//   node scripts/telemetry.mjs --check    compares it, exit code 1 if it differs
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problems, readLibraries, withObserved } from './telemetry/libraries.mjs';
import { telemetryPage } from './telemetry/page.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = join(root, 'docs', 'telemetry', 'page.md');
const file = join(root, 'docs', 'telemetry.md');

const changing = /^(GOFLAGS|GOWORK|GOCACHEPROG|GOOS|GOARCH|OTEL_.*|GOTS_.*)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !changing.test(name)));
const go = (...args) =>
  execFileSync('go', args, { cwd: join(root, 'aspects'), env, encoding: 'utf8', maxBuffer: 1 << 26 });

const declared = JSON.parse(go('run', './internal/describe'));
const { metrics } = JSON.parse(readFileSync(join(root, 'data', 'semconv', 'conventions.json'), 'utf8'));
const libraries = readLibraries(join(root, 'aspects'));
declared.instruments = withObserved(libraries, declared.instruments, metrics);
const wrong = problems(libraries, declared);
if (wrong.length > 0) {
  console.error(wrong.join('\n'));
  process.exit(1);
}
const text = telemetryPage(readFileSync(page, 'utf8'), libraries, declared);
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/telemetry.md is stale: node scripts/telemetry.mjs writes it');
  process.exit(1);
}
