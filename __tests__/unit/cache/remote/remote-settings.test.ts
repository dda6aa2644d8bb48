import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { branches, headState } from '../../../../src/cache/remote/branch.ts';
import { remoteSettings } from '../../../../src/cache/remote/remote-settings.ts';
import { awsSettings } from '../../../../src/cache/remote/stores/aws-settings.ts';
import { httpAuthorization, netrcEntry } from '../../../../src/cache/remote/stores/http-credentials.ts';
import { readConfig } from '../../../../src/driver/config.ts';
import { remoteWish } from '../../../../src/driver/plan/remote-wish.ts';
import { tempDir } from '../../../support/temp-module.ts';

describe('settings of a shared cache', () => {
  const wish = { url: 'https://wish.example/c', mode: 'read-write' };
  test.each([
    [{}, undefined, undefined],
    [{ GOTS_REMOTE: 'off' }, wish, undefined],
    [{}, { url: 'off' }, undefined],
    [{}, { url: 'https://wish.example/c' }, ['https://wish.example/c', 'read']],
    [{}, wish, ['https://wish.example/c', 'read-write']],
    [{ GOTS_REMOTE_MODE: 'read' }, wish, ['https://wish.example/c', 'read']],
    [{ GOTS_REMOTE: 's3://b/p?region=eu' }, wish, ['s3://b/p?region=eu', 'read-write']],
    [{ GOTS_REMOTE: 'http://h:8080' }, undefined, ['http://h:8080/', 'read']],
  ])('%j with %j of gots.yml', (env, of, expected) => {
    const settings = remoteSettings(env, of);
    expect(settings && [settings.url.href, settings.mode]).toEqual(expected);
  });

  test.each([
    [{ GOTS_REMOTE: 'ftp://x/y' }, 'remote_bad_url', /ftp:\/\/x\/y/],
    [{ GOTS_REMOTE: '/folder' }, 'remote_bad_url', /folder/],
    [{ GOTS_REMOTE: 's3:///x' }, 'remote_bad_url', /s3/],
    [{ GOTS_REMOTE: 'https://h/c', GOTS_REMOTE_MODE: 'write' }, 'remote_bad_mode', /"write".*|read, read-write/],
    [{ GOTS_REMOTE: 'https://h/c', GOTS_REMOTE_KEY: 'hmac:kurz' }, 'remote_bad_key', /16 characters/],
  ])('%j is an error', (env, code, text) => {
    expect(() => remoteSettings(env, undefined)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(text) }),
    );
  });

  test('an error shows no password', () => {
    expect(() => remoteSettings({ GOTS_REMOTE: 'ftp://me:hidden@x/y' }, undefined)).toThrow(/ftp:\/\/x\/y/);
  });

  test.each([
    ['remote: https://h/c\n', { url: 'https://h/c' }],
    ['aspects: []\nremote:\n  url: s3://b\n  mode: read-write\n', { url: 's3://b', mode: 'read-write' }],
    ['remote: [\n', undefined],
    ['aspects:\n  - id: remote\n', undefined],
    ['', undefined],
  ])('gots.yml %j', async (text, expected) => {
    const dir = tempDir();
    writeFileSync(join(dir, 'gots.yml'), text);
    expect(await remoteWish([tempDir(), dir])).toEqual(expected);
  });
});

describe('credentials', () => {
  test.each([
    ['machine h login me password pw', 'h', { login: 'me', password: 'pw' }],
    ['machine a login x password y\nmachine h\n  login me\n  password pw\n', 'h', { login: 'me', password: 'pw' }],
    ['# machine h login no password no\ndefault login d password e', 'h', { login: 'd', password: 'e' }],
    ['machine other login x password y', 'h', undefined],
    ['', 'h', undefined],
  ])('netrc %j', (text, host, expected) => {
    expect(netrcEntry(text, host)).toEqual(expected);
  });

  test('of HTTP: the URL, then GOTS_REMOTE_TOKEN, then netrc', () => {
    const dir = tempDir();
    writeFileSync(join(dir, '.netrc'), 'machine h login n password p');
    const env = { HOME: dir };
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    expect(httpAuthorization(new URL('https://u:p%40@h/'), { ...env, GOTS_REMOTE_TOKEN: 't' })).toBe(basic('u:p@'));
    expect(httpAuthorization(new URL('https://h/'), { ...env, GOTS_REMOTE_TOKEN: 't' })).toBe('Bearer t');
    expect(httpAuthorization(new URL('https://h/'), env)).toBe(basic('n:p'));
    expect(httpAuthorization(new URL('https://other/'), env)).toBeUndefined();
  });

  test('of S3: variables, then the profile in the files', () => {
    const home = tempDir();
    mkdirSync(join(home, '.aws'));
    const ini = (...lines: string[]) => `${lines.join('\n')}\n`;
    writeFileSync(
      join(home, '.aws', 'credentials'),
      ini(
        '[default]',
        'aws_access_key_id = D',
        'aws_secret_access_key = d',
        '[team]',
        'aws_access_key_id=T',
        'aws_secret_access_key=t',
        'aws_session_token=s',
      ),
    );
    writeFileSync(
      join(home, '.aws', 'config'),
      ini('[profile team]', 'region = eu-x', 's3 =', '  endpoint_url = nested'),
    );
    const env = { HOME: home };
    const key = (accessKeyId: string, secretAccessKey: string, sessionToken?: string) => ({
      accessKeyId,
      secretAccessKey,
      sessionToken,
    });
    expect(awsSettings(env).credentials).toEqual(key('D', 'd'));
    expect(awsSettings({ ...env, AWS_PROFILE: 'team' })).toEqual({
      credentials: key('T', 't', 's'),
      region: 'eu-x',
      endpoint: undefined,
    });
    expect(awsSettings({ ...env, AWS_PROFILE: 'none' }).credentials).toBeUndefined();
    const own = { AWS_ACCESS_KEY_ID: 'V', AWS_SECRET_ACCESS_KEY: 'v', AWS_REGION: 'r', AWS_ENDPOINT_URL: 'http://e' };
    expect(awsSettings({ ...env, ...own })).toEqual({ credentials: key('V', 'v'), region: 'r', endpoint: 'http://e' });
  });
});

describe('branches', () => {
  const checkout = (files: Record<string, string>) => {
    const dir = tempDir();
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(join(dir, name, '..'), { recursive: true });
      writeFileSync(join(dir, name), text);
    }
    return dir;
  };

  test('are read from git, and a commit changes the state', () => {
    const dir = checkout({
      '.git/HEAD': 'ref: refs/heads/topic/x\n',
      '.git/packed-refs': `# pack-refs\n${'a'.repeat(40)} refs/heads/topic/x\n`,
      '.git/refs/remotes/origin/HEAD': 'ref: refs/remotes/origin/trunk\n',
      'sub/x': '',
    });
    expect(branches(join(dir, 'sub'), {})).toEqual({ current: 'topic/x', defaults: ['trunk', 'main', 'master'] });
    const before = headState(dir);
    expect(before).toContain('a'.repeat(40));
    mkdirSync(join(dir, '.git/refs/heads/topic'), { recursive: true });
    writeFileSync(join(dir, '.git/refs/heads/topic/x'), 'b'.repeat(40));
    expect(headState(dir)).not.toBe(before);
  });

  test('of a worktree are those of its own HEAD', () => {
    const dir = checkout({
      'main/.git/worktrees/w/HEAD': 'ref: refs/heads/w\n',
      'main/.git/worktrees/w/commondir': '../..\n',
      'main/.git/refs/heads/w': 'c'.repeat(40),
      'w/.git': 'gitdir: ../main/.git/worktrees/w\n',
    });
    expect(branches(join(dir, 'w'), {}).current).toBe('w');
    expect(headState(join(dir, 'w'))).toContain('c'.repeat(40));
  });

  test('of a CI system are what it says, pull requests first', () => {
    const dir = checkout({ '.git/HEAD': `${'d'.repeat(40)}\n` });
    expect(branches(dir, {}).current).toBe('');
    expect(branches(dir, { GITHUB_REF_NAME: '7/merge', GITHUB_HEAD_REF: 'topic' }).current).toBe('topic');
    expect(headState(dir)).toBe('d'.repeat(40));
  });
});

test('GOTS_FETCH, GOTS_REMOTE_MODE and GOTS_REMOTE_UPLOADS reach the cache program', () => {
  const config = (env: NodeJS.ProcessEnv) => {
    const { fetchSocket, uploads } = readConfig(env);
    return { fetchSocket, uploads };
  };
  expect(config({})).toEqual({ fetchSocket: '', uploads: 'no' });
  expect(config({ GOTS_FETCH: '/s', GOTS_REMOTE: 'https://h/c' })).toEqual({ fetchSocket: '/s', uploads: 'no' });
  const writes = { GOTS_REMOTE: 'https://h/c', GOTS_REMOTE_MODE: 'read-write' };
  expect(config(writes).uploads).toBe('now');
  expect(config({ ...writes, GOTS_REMOTE: 'off' }).uploads).toBe('no');
  expect(config({ GOTS_REMOTE: 'off', GOTS_REMOTE_UPLOADS: 'later' }).uploads).toBe('later');
});
