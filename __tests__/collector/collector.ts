import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { TelemetryRequest } from '../../scripts/semconv/form.ts';
import { freePort } from '../support/free-port.ts';

/** A collector of the OpenTelemetry project that writes what it receives to a file. */
export interface Collector {
  /** Where it speaks grpc, and where HTTP. */
  readonly endpoints: { readonly grpc: string; readonly http: string };
  /** Ends it; what it received, once it has written all of it. */
  stop(): Promise<readonly TelemetryRequest[]>;
}

/** @param program as `collector/` builds it; `folder` gets its configuration and its file */
export async function startCollector(program: string, folder: string): Promise<Collector> {
  const [grpc, http] = [await freePort(), await freePort()];
  const [config, file] = [join(folder, 'collector.yml'), join(folder, 'received.jsonl')];
  writeFileSync(config, configuration(grpc, http, file));
  const child = spawn(program, ['--config', config], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  for (const port of [grpc, http]) await listening(port, child, () => said);
  return {
    endpoints: { grpc: `http://127.0.0.1:${grpc}`, http: `http://127.0.0.1:${http}` },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      if (child.exitCode !== 0)
        throw new Error(`the collector ended with ${child.exitCode ?? child.signalCode}: ${said}`);
      const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
      return lines.map((line) => JSON.parse(line) as TelemetryRequest);
    },
  };
}

const configuration = (grpc: number, http: number, file: string) => `
receivers:
  otlp:
    protocols:
      grpc: { endpoint: 127.0.0.1:${grpc} }
      http: { endpoint: 127.0.0.1:${http} }
exporters:
  lines: { path: ${JSON.stringify(file)} }
service:
  telemetry: { metrics: { level: none }, logs: { level: warn } }
  pipelines:
    traces: { receivers: [otlp], exporters: [lines] }
    metrics: { receivers: [otlp], exporters: [lines] }
    logs: { receivers: [otlp], exporters: [lines] }
`;

/** Waits until something listens; fails when the process has ended. */
async function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('close', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the collector ended at its start: ${said()}`);
}
