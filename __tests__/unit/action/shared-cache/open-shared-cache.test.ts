import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSharedCache } from '../../../../src/action/shared-cache/open-shared-cache.ts';
import { goEnv } from '../../../../src/go/go-env.ts';
import { testStep } from '../../../support/action-context.ts';
import { tempDir } from '../../../support/temp-module.ts';

const secrets = {
  GOTS_REMOTE_TOKEN: 'token',
  GOTS_REMOTE_KEY: 'hmac:0123456789abcdef',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_WEB_IDENTITY_TOKEN_FILE: '/token',
  NETRC: '/netrc',
};
const push = { GITHUB_REF: 'refs/heads/main' };
const mainBranch = { repository: { default_branch: 'main' } };
const fork = {
  ...mainBranch,
  pull_request: { number: 7, head: { repo: { full_name: 'a/b' } }, base: { repo: { full_name: 'example/hello' } } },
};

async function opened(
  inputs: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>>,
  payload: unknown = mainBranch,
  gotsYml = '',
) {
  const dir = tempDir();
  writeFileSync(join(dir, 'go.mod'), 'module example.com/hello\n\ngo 1.24\n');
  if (gotsYml !== '') writeFileSync(join(dir, 'gots.yml'), gotsYml);
  mkdirSync(join(dir, 'temp'));
  const step = testStep(dir, inputs, { ...push, ...secrets, ...variables }, payload);
  const go = await goEnv('go', dir, step.context.childEnv);
  const { shared, state, context } = await openSharedCache(step.context, go);
  const result = shared && (await shared.finish());
  const kept = Object.keys(secrets).filter((name) => context.childEnv[name] !== undefined);
  return { result, state, kept, address: context.childEnv['GOTS_REMOTE'], output: step.output() };
}

const input = { 'remote-cache': 'https://ci:pass-word@cache.example.com/gots' };

test('a push to the default branch reads and stores; go commands get neither the address nor what it alone needs', async () => {
  const found = await opened(input, {});
  expect(found.result).toMatchObject({ place: 'https://cache.example.com/gots', access: { mode: 'read-write' } });
  expect(found.address).toBe('off');
  expect(found.kept).toEqual(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'NETRC']);
  expect(found.output).toContain('shared cache: https://cache.example.com/gots (read and stored to)\n');
  // Token, key, and the password in the address.
  expect(found.output.match(/^mask /gm)?.length).toBeGreaterThanOrEqual(3);
  expect(found.output).not.toContain('pass-word');
});

test('a pull request from a fork reads, whatever is asked for, and its go commands get no credentials at all', async () => {
  const asking = { ...input, 'remote-cache-mode': 'read-write' };
  const found = await opened(asking, { GITHUB_EVENT_NAME: 'pull_request' }, fork);
  expect(found.result?.access).toMatchObject({ mode: 'read', trust: 'fork', isRefused: true });
  expect(found.kept).toEqual([]);
  expect(found.output).toContain('::notice::shared cache: not stored to: a pull request from a fork only reads');
});

test('an event that anybody can cause: credentials go to no server that the checkout names', async () => {
  const event = { GITHUB_EVENT_NAME: 'pull_request_target' };
  const named = await opened({}, event, fork, 'remote: https://elsewhere.example.com/gots\n');
  expect(named.result).toBeUndefined();
  expect(named.address).toBe('off');
  expect(named.output).toContain('`remote` of gots.yml does not count');
  const given = await opened(input, event, fork, 'remote: https://elsewhere.example.com/gots\n');
  expect(given.result).toMatchObject({ place: 'https://cache.example.com/gots', access: { mode: 'read' } });
  expect(given.kept).toEqual([]);
});

test.each([
  ['the environment', {}, { GOTS_REMOTE: 's3://builds/gots' }, '', 's3://builds/gots'],
  ['gots.yml', {}, {}, 'remote: s3://builds/yml\n', 's3://builds/yml'],
  ['the input, before the others', input, { GOTS_REMOTE: 's3://b/c' }, '', 'https://cache.example.com/gots'],
  ['off', { 'remote-cache': 'off' }, { GOTS_REMOTE: 's3://b/c' }, 'remote: s3://b/d\n', undefined],
  ['none', {}, {}, '', undefined],
])('the address comes from %s', async (_, inputs, variables, gotsYml, place) => {
  const found = await opened(inputs as Readonly<Record<string, string>>, variables, mainBranch, gotsYml);
  expect(found.result?.place).toBe(place);
  // What is in gots.yml lies in the checkout, and the last step need not look for it there again.
  expect(found.state?.wish?.url).toBe(gotsYml === '' || place === undefined ? undefined : place);
});

test('GOTS_REMOTE_MODE counts where the input is auto', async () => {
  const read = await opened(input, { GOTS_REMOTE_MODE: 'read' });
  expect(read.result?.access).toMatchObject({ mode: 'read', isRefused: false });
  const branch = { GITHUB_REF: 'refs/heads/topic', GOTS_REMOTE_MODE: 'read-write' };
  expect((await opened(input, branch)).result?.access.mode).toBe('read-write');
  expect((await opened({ ...input, 'remote-cache-mode': 'read' }, branch)).result?.access.mode).toBe('read');
});

test('an address that is none is an error: remote_bad_url', async () => {
  await expect(opened({ 'remote-cache': 'ftp://x' }, {})).rejects.toEqual(
    expect.objectContaining({ code: 'remote_bad_url' }),
  );
});
