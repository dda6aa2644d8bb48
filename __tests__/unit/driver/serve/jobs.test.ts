import { expect, test } from 'vitest';
import { WaitGraph } from '../../../../src/driver/injected/wait-graph.ts';
import { goProcess } from '../../../../src/driver/serve/go-process.ts';
import { Jobs } from '../../../../src/driver/serve/jobs.ts';
import { realClock } from '../../../../src/driver/serve/real-ports.ts';

const parent = goProcess('', [], undefined);
const child = goProcess('1', [], 'inject example.com/hooks');

/** Whether a promise is still open when all that is due at once has run. */
async function isOpen(promise: Promise<void>): Promise<boolean> {
  let open = true;
  void promise.then(() => {
    open = false;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return open;
}

test('an asker waits for a live compiler of another go command until the package arrives', async () => {
  const jobs = new Jobs(new WaitGraph(), realClock);
  jobs.start('action', 'example.com/dep', parent);
  const waiting = jobs.wait('action', child);
  expect(await isOpen(waiting)).toBe(true);
  expect(await isOpen(jobs.wait('action', parent))).toBe(false);
  expect(await isOpen(jobs.wait('other', child))).toBe(false);
  jobs.arrived('action');
  await waiting;
});

test('nobody waits for ever for a compiler that ended without a package', async () => {
  const jobs = new Jobs(new WaitGraph(), realClock);
  const job = jobs.start('action', 'example.com/dep', parent);
  const waiting = jobs.wait('action', child);
  jobs.ended(job);
  await waiting;
});

test('the end of the build lets everybody go', async () => {
  const jobs = new Jobs(new WaitGraph(), realClock);
  jobs.start('action', 'example.com/dep', parent);
  const waiting = jobs.wait('action', child);
  jobs.finishAll();
  await waiting;
});

test('a wait that would close a ring is none: the asker compiles itself', async () => {
  const graph = new WaitGraph();
  const jobs = new Jobs(graph, realClock);
  const host = jobs.start('action', 'example.com/host', parent);
  expect(graph.add(host.node, 'inject example.com/hooks')).toBeUndefined();
  expect(await isOpen(jobs.wait('action', child))).toBe(false);
});
