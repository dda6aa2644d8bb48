// Loaded by Node before a program (--require): counts what it does and writes that to $COUNTS when it ends.
const fs = require('node:fs');
const childProcess = require('node:child_process');
const { Session } = require('node:inspector');
const { syncBuiltinESMExports } = require('node:module');
const { basename } = require('node:path');

const counts = { modules: [], files: {}, processes: [] };
const { writeFileSync } = fs;
for (const name of Object.keys(fs).filter((each) => /Sync$/.test(each))) {
  const original = fs[name];
  fs[name] = Object.assign((...args) => {
    counts.files[name] = (counts.files[name] ?? 0) + 1;
    return original.apply(fs, args);
  }, original);
}
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'exec', 'execSync', 'fork']) {
  const original = childProcess[name];
  childProcess[name] = (...args) => {
    counts.processes.push([args[0], ...(Array.isArray(args[1]) ? args[1] : [])].join(' '));
    return original.apply(childProcess, args);
  };
}
syncBuiltinESMExports();

const session = new Session();
session.connect();
session.on('Debugger.scriptParsed', ({ params: { url } }) => {
  if (url.startsWith('file:')) counts.modules.push(basename(url));
});
session.post('Debugger.enable');
counts.modules = [];

process.on('exit', () => writeFileSync(process.env.COUNTS, JSON.stringify(counts)));
