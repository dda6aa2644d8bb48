// Running programs that print `listening ADDRESS`, and go on until standard input ends.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts a program. What woven code prints on standard output is passed over.
 *
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 */
export async function start(command, env) {
  const child = spawn(command[0], command.slice(1), { env, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command[0]} ended with ${code ?? signal}: ${said.slice(-2000)}`));
    });
  });
  // Somebody waits for it at the latest when the program is stopped.
  ended.catch(() => {});
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  /** The rest of the next line that begins with the word. */
  const next = async (word) => {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) await ended;
      if (done) throw new Error(`${command[0]} ended early: ${said.slice(-2000)}`);
      if (value.startsWith(`${word} `)) return value.slice(word.length + 1);
    }
  };
  return {
    address: await next('listening'),
    /** A word; the answer begins with it. */
    ask: async (text) => {
      child.stdin.write(`${text}\n`);
      return JSON.parse(await next(text));
    },
    /** Ends the program's input; what it still prints. */
    stop: async () => {
      child.stdin.end();
      const rest = [];
      for (let line = await lines.next(); !line.done; line = await lines.next()) rest.push(line.value);
      await ended;
      return { rest, said };
    },
  };
}
