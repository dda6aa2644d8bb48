import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readListenAddress } from '../../../../src/cli/commands/view/listen-address.ts';
import { isOwnHost } from '../../../../src/cli/commands/view/page-server.ts';
import { RequestRing } from '../../../../src/cli/commands/view/request-ring.ts';
import { serveTelemetry } from '../../../../src/cli/commands/view/serve.ts';
import { readTelemetryFile } from '../../../../src/cli/commands/view/telemetry-file.ts';
import { parseOptions } from '../../../../src/cli/read-options.ts';
import { hex, metricRequest, traceRequest } from '../../../support/telemetry-example.ts';

const testdata = join(import.meta.dirname, '..', '..', 'otlp', 'testdata');

test('files of one request, of a list of them, and of one a line among other lines', () => {
  const spans = JSON.stringify(traceRequest([{ traceId: 'aa', spanId: '01' }]).request);
  const metrics = JSON.stringify(metricRequest('shop', []).request);
  expect(readTelemetryFile('f', spans).map(({ signal }) => signal)).toEqual(['traces']);
  expect(readTelemetryFile('f', `[${spans},${metrics}]`).map(({ signal }) => signal)).toEqual(['traces', 'metrics']);
  const lines = `listening on :8080\n{"msg":"x"}\n${spans}\n${metrics}\n{"resourceSpans":[{"cut`;
  expect(readTelemetryFile('f', lines).map(({ signal }) => signal)).toEqual(['traces', 'metrics']);
  const all = readFileSync(join(testdata, 'exported-logs.json'), 'utf8');
  expect(readTelemetryFile('f', all)[0]?.request.resourceLogs).toHaveLength(1);
});

test.each([
  ['nothing', '', /f:1:1: no OTLP JSON: no line begins with/],
  ['other JSON', '{"a":1}', /no line begins with/],
  ['a line in the middle that is cut', '{"resourceSpans":[{\nmore\n', /f:1:1: no OTLP JSON: the line is no JSON/],
  ['a wrong value', 'x\n{"resourceSpans":7}\n', /f:2:1: no OTLP JSON: resourceSpans is 7, not a list/],
])('a file of %s is refused', (_, text, message) => {
  expect(() => readTelemetryFile('f', text)).toThrow(
    expect.objectContaining({ code: 'view_bad_file', span: expect.objectContaining({ file: 'f' }) }),
  );
  try {
    readTelemetryFile('f', text);
  } catch (error) {
    const { span, message: said } = error as { span: { line: number; column: number }; message: string };
    expect(`f:${span.line}:${span.column}: ${said}`).toMatch(message);
  }
});

test('addresses of the loopback interface, and no others', () => {
  expect(['4318', ':4318', 'localhost:0', '127.0.0.1:1', '[::1]:2'].map(readListenAddress)).toEqual([
    { host: '127.0.0.1', port: 4318 },
    { host: '127.0.0.1', port: 4318 },
    { host: '127.0.0.1', port: 0 },
    { host: '127.0.0.1', port: 1 },
    { host: '::1', port: 2 },
  ]);
  for (const address of [
    '0.0.0.0:4318',
    'example.com:1',
    '127.0.0.1',
    '127.0.0.1:65536',
    '127.0.0.1:x',
    '[::]:1',
    '--open',
  ])
    expect(() => readListenAddress(address), address).toThrow(expect.objectContaining({ code: 'view_bad_address' }));
});

test('the option --listen takes a value behind = only', () => {
  const listen = (...words: string[]) => {
    const { value, has, operands } = parseOptions('view', words);
    return [value('listen'), has('open'), operands];
  };
  expect(listen('--listen', '--open')).toEqual(['', true, []]);
  expect(listen('--listen=:1', 'f')).toEqual([':1', false, ['f']]);
  expect(listen('--listen', 'f')).toEqual(['', false, ['f']]);
  expect(listen('f')).toEqual([undefined, false, ['f']]);
});

test('hosts that a page is served to', () => {
  expect(['localhost', 'localhost:1', '127.0.0.1:65535', '[::1]:3'].every(isOwnHost)).toBe(true);
  expect(
    [undefined, '', '127.0.0.1:', 'localhost.evil', 'evil/localhost', '127.0.0.1:1 ', '[::1'].some(isOwnHost),
  ).toBe(false);
});

test('the oldest requests go, of each signal by itself', () => {
  const ring = new RequestRing();
  const many = traceRequest(Array.from({ length: 9_000 }, (_, at) => ({ traceId: 'aa', spanId: hex(at, 16) })));
  ring.add('metrics', {});
  for (let n = 0; n < 3; n++) ring.add('traces', many.request);
  expect(ring.after(0).map(({ id }) => id)).toEqual([1, 3, 4]);
  expect(ring.after(3).map(({ id }) => id)).toEqual([4]);
  for (let n = 0; n < 300; n++) ring.add('metrics', {});
  expect(ring.after(0).filter(({ signal }) => signal === 'metrics')).toHaveLength(200);
});

test('a port that is taken is named', async () => {
  const assets = { css: '', script: '' };
  const first = await serveTelemetry(assets, [{ host: '127.0.0.1', port: 0 }]);
  onTestFinished(() => first.close());
  const port = Number(new URL(first.url).port);
  const free = { host: '127.0.0.1', port: 0 } as const;
  await expect(serveTelemetry(assets, [free, { host: '127.0.0.1', port }])).rejects.toThrow(
    expect.objectContaining({ code: 'view_port_taken', message: `127.0.0.1:${port} is in use` }),
  );
});
