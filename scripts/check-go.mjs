// Checks the Go programs: layout and length of all Go files, then vet and tests of the helper programs, each on its own.
// Ends with a line `N passed, N failed`; each check and each Go test counts.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const programs = ['shim', 'oracle', 'gate'];
/** The shim and the gate have files for one system only. */
const systems = ['linux', 'darwin'];
/** As for TypeScript. Tests of aspects, which share one running program, and tables may be longer. */
const maxLines = 300;
const mayBeLong = /^(aspects\/e2e\/|bench\/|scripts\/)/;
const sum = { passed: 0, failed: 0 };

/** @param problems text; empty where the check passes */
function check(name, problems) {
  if (problems === '') sum.passed++;
  else sum.failed++;
  console.log(`${problems === '' ? 'ok  ' : 'FAIL'} ${name}${problems && `\n${problems}`}`);
}

function run(command, env = {}) {
  const variables = { ...process.env, GOFLAGS: '', GOCACHEPROG: '', GOWORK: 'off', ...env };
  return spawnSync(command[0], command.slice(1), { cwd: root, env: variables, encoding: 'utf8', maxBuffer: 1 << 28 });
}

const listed = run(['git', 'ls-files', '--cached', '--others', '--exclude-standard', '*.go']).stdout.trim().split('\n');
// Inputs of tests are as the tests need them.
const files = listed.filter((name) => !/(^|\/)testdata\/|^__tests__\/golden\//.test(name));
const gofmt = run(['gofmt', '-l', ...files]);
check(`gofmt of ${files.length} files`, `${gofmt.stdout}${gofmt.stderr}`);
const long = files
  .filter((name) => !mayBeLong.test(name))
  .flatMap((name) => {
    const lines = readFileSync(join(root, name), 'utf8').split('\n').length - 1;
    return lines > maxLines ? [`${name} has ${lines} lines; at most ${maxLines}`] : [];
  });
check(`no file has more than ${maxLines} lines`, long.join('\n'));

for (const name of programs) {
  for (const system of systems) {
    const vet = run(['go', 'vet', '-C', `helper/${name}`, './...'], { GOOS: system });
    check(`go vet of the ${name} for ${system}`, vet.status === 0 ? '' : `${vet.stdout}${vet.stderr}`);
  }
  const tests = run(['go', 'test', '-C', `helper/${name}`, '-count=1', '-timeout=120s', '-json', './...']);
  const events = tests.stdout.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line)] : []));
  const ended = (action) => events.filter(({ Action, Test }) => Action === action && Test !== undefined).length;
  const output = events.flatMap(({ Output }) => Output ?? []).join('');
  const failed = ended('fail');
  sum.passed += ended('pass');
  // A program that does not compile, and a test that ends the process, fail without the name of a test.
  sum.failed += failed === 0 && tests.status !== 0 ? 1 : failed;
  console.log(
    `${tests.status === 0 ? 'ok  ' : 'FAIL'} tests of the ${name}: ${ended('pass')} passed, ${failed} failed`,
  );
  if (tests.status !== 0) console.log(`${output}${tests.stderr}`);
}

console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
