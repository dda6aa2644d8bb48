import { signalGroup } from '../../process/spawn.ts';
import type { Clock, Processes } from '../ports.ts';
import { describeError, exitCode } from './exit-code.ts';

export const realClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  later(delayMs, action) {
    setTimeout(action, delayMs).unref();
  },
};

export const realProcesses: Processes = {
  killGroup(pid) {
    signalGroup(pid, 'SIGKILL');
  },
  giveUp(error) {
    process.stderr.write(`${describeError(error)}\n`);
    process.exit(exitCode(error));
  },
};
