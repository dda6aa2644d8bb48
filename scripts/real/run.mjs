import { spawn } from 'node:child_process';

/** Runs a command; it is killed after `seconds`. Never throws: what cannot be started has status -1 and says why. */
export function run(argv, { cwd, env, seconds = 3600 }) {
  return new Promise((resolve) => {
    const child = spawn(argv[0], argv.slice(1), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        output[stream] += text;
      });
    }
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('error', (error) => {
      output.stderr += error.message;
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ status: code ?? signal ?? -1, ...output });
    });
  });
}

/** The lines of an error that say what is wrong. */
export function firstLines(text, count = 3) {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^go: (downloading|finding)/.test(line));
  return lines.slice(0, count).join('\n').slice(0, 1000);
}
