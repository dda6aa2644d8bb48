import { start } from '../process/spawn.ts';

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
 * @throws the system's error if go cannot be started (ENOENT and the like)
 */
export async function runGo(args: readonly string[], options: GoOptions): Promise<GoResult> {
  const { go: program, cwd, env, detached: group } = options;
  const running = start({ program, args, cwd, env, group });
  if (running.pid !== undefined) options.started?.(running.pid);
  const { code, stdout, stderr } = await running.ended;
  return { exitCode: code ?? 1, stdout, stderr };
}

/** Parses the concatenated JSON objects that `go list -json` prints. */
export function parseJsonStream<T>(text: string): T[] {
  const objects: T[] = [];
  // cmd/go ends each object with a line that is exactly `}`.
  for (const part of text.split(/^(?=\{$)/m)) if (part.trim() !== '') objects.push(JSON.parse(part) as T);
  return objects;
}
