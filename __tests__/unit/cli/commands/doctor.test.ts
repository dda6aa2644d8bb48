import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandContext } from '../../../../src/cli/command-context.ts';
import { type ProgramReport, readProgramReport } from '../../../../src/cli/commands/doctor/program-report.ts';
import { hasProblem, renderProgramReport } from '../../../../src/cli/commands/doctor/render-report.ts';
import { runDoctorCommand } from '../../../../src/cli/commands/doctor.ts';
import { tempDir, tempModule } from '../../../support/temp-module.ts';

const report: ProgramReport = {
  version: 1,
  disabled: false,
  problems: [],
  traces: [
    {
      kind: 'otlp',
      protocol: 'http/protobuf',
      endpoint: 'http://localhost:4318',
      default: true,
      intervalMs: 5000,
      sent: true,
    },
  ],
  metrics: [
    {
      kind: 'otlp',
      protocol: 'grpc',
      endpoint: 'https://collector:4317',
      default: false,
      headers: ['api-key'],
      gzip: true,
      tls: ['authority'],
      intervalMs: 60_000,
      temporality: 'delta',
      sent: true,
    },
    { kind: 'prometheus', endpoint: 'localhost:9464', default: true },
  ],
  logs: [],
  sampler: 'parentbased_traceidratio',
  samplerRatio: 0.25,
  routes: [],
  propagators: ['tracecontext', 'baggage'],
  exclude: ['/healthz'],
  enabledInstrumentations: [],
  disabledInstrumentations: ['database/sql'],
  gls: 'hooks',
  exitTimeoutMs: 5000,
  resource: [['service.name', 'shop']],
};

test('the report is found among what a program prints, and only of this version', () => {
  const line = `gots-doctor: ${JSON.stringify(report)}`;
  expect(readProgramReport(`init of another package\n${line}\n`)).toEqual(report);
  for (const text of ['', 'hello\n', 'gots-doctor: {', 'gots-doctor: null', 'gots-doctor: {"version":2}'])
    expect(readProgramReport(text), text).toBeUndefined();
});

describe('what is printed', () => {
  test('names each signal, where it goes, and whether the record came', () => {
    expect(
      renderProgramReport(report, new Set(['traces'])),
    ).toBe(`traces       otlp http/protobuf http://localhost:4318 (the default), every 5 s: test record taken
metrics      otlp grpc https://collector:4317, headers api-key, gzip, TLS authority, delta, every 60 s: FAILED: the test record did not come
metrics      prometheus localhost:9464 (the default)
logs         off
tried        with a receiver of this command; --live sends to the addresses above
sampler      parentbased_traceidratio 0.25
propagators  tracecontext, baggage
excluded     /healthz
disabled     database/sql
goroutines   context is found without ctx too (GOTS_GLS=hooks)
at exit      waits at most 5 s for what is not sent yet
resource
  service.name = shop
`);
  });

  test('problems and failures are told, and are the exit code', () => {
    const failing = {
      ...report,
      problems: ['OTEL_X="y" is no z'],
      traces: [{ kind: 'otlp', default: true, error: 'connection refused' }],
    };
    const text = renderProgramReport(failing, undefined);
    expect(text).not.toContain('tried');
    expect(text).toContain('traces       otlp: FAILED: connection refused\n');
    expect(text).toContain('problems\n  OTEL_X="y" is no z\n');
    expect(renderProgramReport({ ...report, disabled: true, problems: ['x'] }, undefined)).toBe(
      'telemetry    is off: nothing is recorded\nproblems\n  x\n',
    );
    expect([report, { ...report, problems: ['x'] }, failing].map((each) => hasProblem(each, undefined))).toEqual([
      false,
      true,
      true,
    ]);
    expect(hasProblem(report, new Set(['traces']))).toBe(true);
  });
});

describe('a binary that is named', () => {
  /** Runs the command on a program whose place a shell script takes. */
  async function examine(
    script: string,
    options: readonly string[] = [],
    mode = 0o755,
  ): Promise<{ code: number; text: string }> {
    const dir = tempDir();
    const program = join(dir, 'app');
    writeFileSync(program, script);
    chmodSync(program, mode);
    let text = '';
    const context = {
      ...commandContext({ PATH: process.env['PATH'] }, dir),
      write: (part: string) => {
        text += part;
      },
    };
    const code = await runDoctorCommand({ command: 'doctor', aspectFiles: [], rest: [...options, 'app'] }, context);
    return { code, text };
  }
  const answers = (value: object) => `#!/bin/sh\necho 'gots-doctor: ${JSON.stringify(value)}'\n`;

  test('is started with an address of this machine; what does not come there is told', async () => {
    const { code, text } = await examine(`${answers(report)}echo "$GOTS_DOCTOR" >&2`);
    expect(text).toContain('FAILED: the test record did not come');
    expect(code).toBe(1);
  });

  test('with --live is told to try its own endpoints, with --json its report is printed', async () => {
    const { code, text } = await examine(
      `#!/bin/sh\n[ "$GOTS_DOCTOR" = live ] && echo 'gots-doctor: ${JSON.stringify(report)}'`,
      ['--live', '--json'],
    );
    expect(JSON.parse(text)).toEqual(report);
    expect(code).toBe(0);
  });

  test('that is not woven, or no program, is said to be so', async () => {
    await expect(examine('#!/bin/sh\necho listening >&2')).rejects.toMatchObject({
      code: 'doctor_no_report',
      hint: expect.stringContaining('it wrote: listening'),
    });
    await expect(examine('no program', [], 0o644)).rejects.toMatchObject({ code: 'doctor_no_program' });
  });
});

/** Runs the command on a package of a module that is not woven. */
async function examinePackage(files: Readonly<Record<string, string>>, named: string): Promise<number> {
  const dir = tempModule({
    'go.mod': 'module example.com/app\n\ngo 1.24.0\n',
    'gots.yml': 'aspects: []\n',
    ...files,
  });
  const env = { ...process.env, PWD: dir, GOTS_CACHE: join(dir, 'cache') };
  const command = { command: 'doctor', aspectFiles: [], rest: [named] };
  return runDoctorCommand(command, commandContext(env, dir));
}

test.each([
  ['that is not there', './nowhere'],
  ['that is no program', './lib'],
])('a package %s cannot be built', async (_, named) => {
  await expect(examinePackage({ 'lib/lib.go': 'package lib\n' }, named)).rejects.toMatchObject({
    code: 'doctor_build_failed',
  });
});

test('a program has the name that go gives it; there is one at a time', async () => {
  const main = 'package main\n\nimport "os"\n\nfunc main() { println(os.Args[0]) }\n';
  const programs = { 'cmd/shop/main.go': main, 'cmd/stock/main.go': main };
  await expect(examinePackage(programs, './cmd/shop')).rejects.toMatchObject({
    code: 'doctor_no_report',
    hint: expect.stringMatching(/it wrote: \S+\/shop$/),
  });
  await expect(examinePackage(programs, './cmd/...')).rejects.toMatchObject({ code: 'cli_usage' });
});
