import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fail, gots, home, type Script, type ScriptCommand } from '../support/script.ts';
import { scriptSuite } from '../support/script-suite.ts';

/** Runs gots as the leader of a group; sends SIGINT to the group, as a terminal does, when its output shows the pattern. */
async function interruptWhen(script: Script, pattern: RegExp, argv: readonly string[]): Promise<void> {
  const [program = '', ...args] = argv[0] === 'gots' ? [...gots, ...argv.slice(1)] : argv;
  const env = { ...script.env, PWD: script.cwd };
  const child = spawn(program, args, { cwd: script.cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  let sent = false;
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      output[stream] += text;
      if (sent || !pattern.test(output[stream])) return;
      sent = true;
      process.kill(-(child.pid as number), 'SIGINT');
    });
  }
  await new Promise((done) => child.on('close', done));
  Object.assign(script, output);
  if (!sent) fail(script, `it never showed ${pattern}`);
}

const noteBytes = 20;
/** Head of the ELF note that holds the GNU build id, which the linker makes from Go's: sizes of name and content, type, name. */
const gnuNote = Buffer.from('040000001400000003000000474e5500', 'hex');

/** An ELF binary with zeros in place of its build ids. */
function withoutBuildId(script: Script, name: string): Buffer {
  const file = resolve(script.cwd, name);
  const bytes = readFileSync(file);
  const id = execFileSync('go', ['tool', 'buildid', file], { env: script.env, encoding: 'utf8' }).trim();
  const from = bytes.indexOf(id, 0, 'latin1');
  const note = bytes.indexOf(gnuNote);
  if (id === '' || from < 0 || note < 0) fail(script, `${name} has no build id`);
  bytes.fill(0, note + gnuNote.length, note + gnuNote.length + noteBytes);
  for (let at = from; at >= 0; at = bytes.indexOf(id, at, 'latin1')) bytes.fill(0, at, at + id.length);
  return bytes;
}

const commands: Readonly<Record<string, ScriptCommand>> = {
  /** `interrupt PATTERN COMMAND…` */
  interrupt: (script, [pattern = '', ...argv]) => interruptWhen(script, new RegExp(pattern, 'm'), argv),
  /** Two ELF binaries differ, and in nothing but their build ids. */
  'cmp-but-build-id': (script, [a = '', b = '']) => {
    if (readFileSync(resolve(script.cwd, a)).equals(readFileSync(resolve(script.cwd, b))))
      fail(script, 'equal: nothing to compare');
    if (!withoutBuildId(script, a).equals(withoutBuildId(script, b))) fail(script, `${a} and ${b} differ`);
  },
};

scriptSuite(
  'ways in which cmd/go and a weaver can fall out',
  join(home, '__tests__', 'script', 'testdata', 'protocol'),
  { more: commands },
);
