import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../../process/spawn.ts';

/** What client-main.ts is asked. */
export interface ClientRequest {
  readonly operation: 'restore' | 'save';
  /** Folder of the entry, below the working directory: part of what the service tells entries apart by, so it never changes. */
  readonly folder: string;
  readonly key: string;
  /** Beginnings of keys that will do as well, best first. */
  readonly restoreKeys: readonly string[];
  readonly answerFile: string;
}

/** `refused`: another job has the key, or the service did not take it; what was printed says why. */
export type ClientAnswer =
  | { readonly kind: 'hit'; readonly matchedKey: string }
  | { readonly kind: 'miss' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable' };

/** An answer, or why there is none; and what the client complained of. */
export interface ClientResult {
  readonly answer: ClientAnswer | { readonly kind: 'failed'; readonly reason: string };
  readonly complaints: readonly string[];
}

export interface CacheClient {
  /** dist/action-cache.mjs. */
  readonly program: string;
  /** The runner's variables, tokens included. */
  readonly env: NodeJS.ProcessEnv;
  /** After this the service counts as down. */
  readonly limitMs: number;
  /** Hides a text in the job's log from here on. */
  readonly mask: (secret: string) => void;
  /** What the client reports; not all of it is for people. */
  readonly debug: (line: string) => void;
}

/**
 * Has one entry restored into, or saved from, `<root>/<folder>`. Whatever goes wrong is an answer, never an error. Entries of several
 * folders may be asked for at the same time.
 *
 * @param root made if it is not there; the client's own temporary files lie below as well
 */
export async function askService(
  client: CacheClient,
  root: string,
  request: Omit<ClientRequest, 'answerFile'>,
): Promise<ClientResult> {
  const temp = join(root, `${request.folder}-temp`);
  const answerFile = join(root, `${request.folder}-answer.json`);
  mkdirSync(temp, { recursive: true });
  rmSync(answerFile, { force: true });
  // What is packed is named relative to the workspace, which need not be at the same place in the run that unpacks it.
  const env = { ...client.env, GITHUB_WORKSPACE: root, RUNNER_TEMP: temp };
  const printed = await runClient(client, root, env, JSON.stringify({ ...request, answerFile }));
  const complaints = readLines(client, printed.output);
  rmSync(temp, { recursive: true, force: true });
  try {
    return { answer: JSON.parse(readFileSync(answerFile, 'utf8')) as ClientAnswer, complaints };
  } catch {
    return { answer: { kind: 'failed', reason: printed.reason ?? lastLine(printed.output) }, complaints };
  }
}

interface Printed {
  readonly output: string;
  readonly reason?: string;
}

async function runClient(
  { program, limitMs }: CacheClient,
  cwd: string,
  env: NodeJS.ProcessEnv,
  text: string,
): Promise<Printed> {
  let output = '';
  let reason: string | undefined;
  const print = (part: string) => {
    output += part;
  };
  const args = [program];
  const streams = { stdin: { text }, stdout: print, stderr: print } as const;
  // tar and its compressor belong to the same group.
  const running = start({ program: process.execPath, args, cwd, env, group: true, ...streams });
  const timer = setTimeout(() => {
    reason = `no answer within ${Math.round(limitMs / 1000)} s`;
    running.signal('SIGKILL');
  }, limitMs);
  try {
    await running.ended;
  } catch (error) {
    reason = (error as Error).message;
  }
  clearTimeout(timer);
  return reason === undefined ? { output } : { output, reason };
}

/**
 * The client speaks to a runner: its warnings and errors are taken out, since a cache that fails is neither to the job. Why an entry
 * could not be reserved it only says for debugging; to people it says each time that another job may have the key.
 */
function readLines(client: CacheClient, output: string): string[] {
  const complaints: string[] = [];
  let reserving: string | undefined;
  for (const line of output.split(/\r?\n/)) {
    const command = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line);
    const text = unescapeData(command?.[2] ?? line);
    if (command?.[1] === 'add-mask') client.mask(text);
    else if (command?.[1] === 'warning' || command?.[1] === 'error') complaints.push(text);
    else if (/^(Failed to (save|restore)|Cache (save|restore) skipped): /.test(line)) complaints.push(text);
    else {
      reserving ??= /^Failed to reserve cache: (?:Error: )?(.*)$/s.exec(text)?.[1];
      if (text.trim() !== '') client.debug(text);
    }
  }
  if (reserving === undefined || complaints.some((text) => text.includes(cacheDenied))) return complaints;
  return [...complaints.filter((text) => !text.includes('another job may be')), reserving];
}

/** How the service begins when a token may only read. */
const cacheDenied = 'cache write denied:';

function unescapeData(text: string): string {
  return text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) || 'the cache client ended without a word';
}
