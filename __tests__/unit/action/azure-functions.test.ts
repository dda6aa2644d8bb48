import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appFiles } from '../../../src/action/packaging/azure-functions.ts';

let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-azure-'));
});

afterEach(() => rmSync(dir, { recursive: true }));

function host(value: unknown): void {
  writeFileSync(join(dir, 'host.json'), typeof value === 'string' ? value : JSON.stringify(value));
}

const handler = (defaultExecutablePath: string, more: object = {}) => ({
  version: '2.0',
  customHandler: { description: { defaultExecutablePath }, ...more },
});

test('an app is taken as it is: host.json, and folders with a function.json', () => {
  host(handler('bin/server', { enableForwardingHttpRequest: true }));
  for (const folder of ['hello', 'internal']) mkdirSync(join(dir, folder));
  writeFileSync(join(dir, 'hello', 'function.json'), '{}');
  writeFileSync(join(dir, 'hello', 'sample.dat'), 'data');
  writeFileSync(join(dir, 'internal', 'code.go'), 'package internal');
  const { files, executable, advice } = appFiles(['/nowhere', dir], 'server');
  expect(files.map(({ name }) => name)).toEqual(['host.json', 'hello/function.json', 'hello/sample.dat']);
  expect(executable).toBe('bin/server');
  expect(advice).toBeUndefined();
});

test('a handler that gets no HTTP requests is said', () => {
  host(handler('server'));
  expect(appFiles([dir], 'server').advice).toContain('enableForwardingHttpRequest');
});

test('without a host.json every HTTP request is forwarded, with the key of the app', () => {
  const { files, executable } = appFiles([dir], 'server');
  expect(executable).toBe('server');
  const [made, trigger] = files.map(({ bytes }) => JSON.parse(bytes.toString()));
  expect(made.customHandler).toEqual({
    enableForwardingHttpRequest: true,
    description: { defaultExecutablePath: 'server' },
  });
  expect(trigger.bindings[0]).toMatchObject({ type: 'httpTrigger', authLevel: 'function', route: '{*path}' });
});

test.each([
  [handler('server.exe'), 'azure_executable_differs', /host\.json starts "server\.exe", but the program is "server"$/],
  [handler('../server'), 'azure_executable_differs', /starts "\.\.\/server"/],
  [{ version: '2.0' }, 'azure_no_handler', /names no program/],
  [{ customHandler: {} }, 'azure_no_handler', /names no program/],
  ['[]', 'azure_host_unreadable', /cannot be read: it is no JSON object/],
  ['{', 'azure_host_unreadable', /cannot be read: .*JSON/],
])('%j is refused: %s', (value, code, message) => {
  host(value);
  const refused = () => appFiles([dir], 'server');
  expect(refused).toThrow(message);
  expect(refused).toThrow(expect.objectContaining({ code }));
});
