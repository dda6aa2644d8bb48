import { type SpawnOptions, spawn } from 'node:child_process';

export interface GoResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface GoOptions {
  /** Path or name of the go command. */
  readonly go: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The child becomes leader of a process group of its own, so that Ctrl-C at the terminal does not reach it. */
  readonly detached?: boolean;
  /** Called with the child's pid once it runs. */
  readonly started?: (pid: number) => void;
}

/**
 * Runs a go command and collects what it prints.
 *
 * @throws the spawn error (ENOENT and the like)
 */
export function runGo(args: readonly string[], options: GoOptions): Promise<GoResult> {
  const spawnOptions: SpawnOptions = {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: options.detached ?? false,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(options.go, args, spawnOptions);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('spawn', () => {
      if (child.pid !== undefined) options.started?.(child.pid);
    });
    child.on('close', (code, signal) =>
      resolve({
        exitCode: code ?? (signal ? 1 : 0),
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(err).toString('utf8'),
      }),
    );
  });
}

/** Parses the concatenated JSON objects that `go list -json` prints. */
export function parseJsonStream<T>(text: string): T[] {
  const objects: T[] = [];
  // cmd/go ends each object with a line that is exactly `}`.
  for (const part of text.split(/^(?=\{$)/m)) if (part.trim() !== '') objects.push(JSON.parse(part) as T);
  return objects;
}
