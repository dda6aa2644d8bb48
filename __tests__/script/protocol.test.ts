import { spawn } from 'node:child_process';
import { join } from 'node:path';
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

const commands: Readonly<Record<string, ScriptCommand>> = {
  /** `interrupt PATTERN COMMAND…` */
  interrupt: (script, [pattern = '', ...argv]) => interruptWhen(script, new RegExp(pattern, 'm'), argv),
};

scriptSuite(
  'ways in which cmd/go and a weaver can fall out',
  join(home, '__tests__', 'script', 'testdata', 'protocol'),
  commands,
);
