import { setPriority } from 'node:os';
import { formatError, GotsError } from '../../report/diagnostic.ts';
import { fetchForBuild, pull } from './fetch-program.ts';
import type { RemoteRequest } from './remote-request.ts';
import { push, stat, trim } from './store-program.ts';

/*
 * The program of the shared cache, apart from the command and the cache program: what talks to servers is loaded only where one is set, and an
 * upload outlives its build.
 */

const request = JSON.parse(process.argv[2] ?? '{}') as RemoteRequest;
try {
  process.exitCode = await run(request);
} catch (error) {
  const text = error instanceof GotsError ? formatError(error) : `gots: shared cache: ${(error as Error).stack}`;
  process.stderr.write(`${text}\n`);
  process.exitCode = error instanceof GotsError && error.family === 'user' ? 2 : 1;
}
// Connections that the servers keep open would hold this process, and a question to a name server that does not answer holds up its exit for seconds.
if (request.do === 'fetch') process.kill(process.pid, 'SIGKILL');
process.exit();

function run(what: RemoteRequest): Promise<number> {
  const { env, stdout, stderr } = process;
  const write = (text: string) => void stdout.write(text);
  const terminal = { write: (text: string) => void stderr.write(text), isTerminal: stderr.isTTY === true };
  const surroundings = { env, write, terminal, now: Date.now };
  switch (what.do) {
    case 'fetch':
      return fetchForBuild(what, surroundings, process.stdin);
    case 'pull':
      return pull(what, surroundings);
    case 'push':
      setPriority(10);
      return push(what, surroundings);
    case 'stat':
      return stat(what, surroundings);
    case 'trim':
      return trim(what, surroundings);
  }
}
