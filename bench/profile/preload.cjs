// Preloaded (`NODE_OPTIONS=--require=…`) into Node processes to be profiled: writes a profile into the folder GOTS_BENCH_PROFILES as the process ends.
// Node's own --cpu-prof would do, but is refused in NODE_OPTIONS by Node 20.
const { writeFileSync } = require('node:fs');
const { Session } = require('node:inspector');
const { join } = require('node:path');

const processorMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const startMs = processorMs();
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.setSamplingInterval', { interval: 500 });
session.post('Profiler.start');
process.once('exit', () => {
  const totalMs = processorMs();
  // The session is of this thread, so the answer is there when post returns.
  session.post('Profiler.stop', (error, { profile } = {}) => {
    if (error) return;
    // What the process took of the processors before this file was loaded, and in all.
    const content = JSON.stringify({ ...profile, startMs, totalMs });
    writeFileSync(join(process.env.GOTS_BENCH_PROFILES, `${process.pid}-${process.hrtime.bigint()}.cpuprofile`), content);
  });
});
