import { expect, test } from 'vitest';
import { matrixOf } from '../../../src/action/modes/matrix.ts';
import { mainsOf } from '../../../src/action/targets/mains.ts';
import { buildSettings } from '../../../src/action/targets/settings.ts';
import { hostPlatform, parseTargets, type Target } from '../../../src/action/targets/target.ts';

const names = (value: string) => parseTargets(value).map(({ name }) => name);

test('targets are separated by blanks, lines or commas', () => {
  expect(names('linux/amd64 linux/arm64\nwindows/amd64,lambda/arm64')).toEqual([
    'linux/amd64',
    'linux/arm64',
    'windows/amd64',
    'lambda/arm64',
  ]);
});

test('a machine alone repeats what stands before the slash; * means the usual ones', () => {
  expect(names('oci/amd64,arm64 darwin/*')).toEqual(['oci/amd64', 'oci/arm64', 'darwin/amd64', 'darwin/arm64']);
});

test('host is this machine', () => {
  const { goos, goarch } = hostPlatform();
  expect(parseTargets('host')).toEqual([{ kind: 'executable', name: `${goos}/${goarch}`, goos, goarch }]);
});

test('a job for each target, on its own machine where there is one; images of all machines are one job', () => {
  const jobs = matrixOf(parseTargets('linux/* linux/s390x oci/* lambda/arm64 darwin/* windows/arm64'));
  expect(jobs.map((job) => `${job.targets}: ${job['runs-on']}`)).toEqual([
    'linux/amd64: ubuntu-latest',
    'linux/arm64: ubuntu-24.04-arm',
    'linux/s390x: ubuntu-latest',
    'lambda/arm64: ubuntu-24.04-arm',
    'darwin/amd64: macos-15-intel',
    'darwin/arm64: macos-latest',
    'windows/arm64: ubuntu-latest',
    'oci/amd64 oci/arm64: ubuntu-latest',
  ]);
  expect(matrixOf(parseTargets('oci/arm64'))).toEqual([{ targets: 'oci/arm64', 'runs-on': 'ubuntu-24.04-arm' }]);
});

test.each([
  ['linux', 'input "targets": unknown target "linux"'],
  ['arm64', 'input "targets": unknown target "arm64"'],
  ['linux/amd64/v3', 'input "targets": unknown target "linux/amd64/v3"'],
  ['__proto__/amd64', 'input "targets": unknown target "__proto__/amd64"'],
  ['linux/amd64 $(id)', 'input "targets": unknown target "$(id)"'],
  ['lambda/386', 'input "targets": unknown target "lambda/386"'],
  ['linux/arm64 linux/*', 'input "targets": linux/arm64 is named twice'],
])('%s is refused', (value, message) => {
  expect(() => parseTargets(value)).toThrow(message);
  const code = message.endsWith('twice') ? 'action_target_twice' : 'action_target_unknown';
  expect(() => parseTargets(value)).toThrow(expect.objectContaining({ code }));
});

const target = (kind: Target['kind'], goarch: string): Target => ({ kind, name: `x/${goarch}`, goos: 'linux', goarch });

test('what is packed is static and the same on every machine', () => {
  expect(buildSettings(target('oci', 'arm64'), ['-race=false'])).toEqual({
    env: { GOOS: 'linux', GOARCH: 'arm64', CGO_ENABLED: '0' },
    flags: ['-trimpath', '-race=false'],
  });
});

test('lambda.norpc comes to the tags that are given', () => {
  expect(buildSettings(target('lambda', 'amd64'), ['-tags', 'a b', '-trimpath=false']).flags).toEqual([
    '-tags',
    'a b',
    '-trimpath=false',
    '-tags=a,b,lambda.norpc',
  ]);
});

test('programs of one name are told apart by more of their paths', () => {
  const paths = [
    'm.org/x',
    'm.org/x/a/server',
    'm.org/x/b/server',

    'm.org/x/tool/v2',
    'm.org/x/lib',
  ];
  const packages = paths.map((path) => ({ ImportPath: path, Name: path.endsWith('lib') ? 'lib' : 'main', Dir: '' }));
  expect(mainsOf(packages).map(({ name }) => name)).toEqual(['x', 'a-server', 'b-server', 'tool']);
});
