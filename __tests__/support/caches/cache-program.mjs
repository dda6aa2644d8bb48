// A GOCACHEPROG as a user may have one: `node cache-program.mjs DIR [refuse]` keeps objects in DIR; with `refuse` it takes none.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [dir, refuse] = process.argv.slice(2);
const hex = (base64) => Buffer.from(base64, 'base64').toString('hex');
const answer = (response) => process.stdout.write(`${JSON.stringify(response)}\n`);
let put;

mkdirSync(dir, { recursive: true });
answer({ ID: 0, KnownCommands: ['get', 'put', 'close'] });
for await (const line of createInterface({ input: process.stdin })) {
  if (line === '') continue;
  const message = JSON.parse(line);
  if (typeof message === 'string') keep(put, Buffer.from(message, 'base64'));
  else if (message.Command === 'put' && message.BodySize > 0) put = message;
  else if (message.Command === 'put') keep(message, Buffer.alloc(0));
  else if (message.Command === 'get') find(message);
  else answer({ ID: message.ID });
}

function keep({ ID, ActionID, OutputID }, body) {
  if (refuse) return answer({ ID, Err: 'no room' });
  const DiskPath = join(dir, `${hex(OutputID)}-body`);
  write(DiskPath, body);
  write(join(dir, hex(ActionID)), JSON.stringify({ OutputID, Size: body.length, Time: new Date(), DiskPath }));
  answer({ ID, DiskPath });
}

function find({ ID, ActionID }) {
  const file = join(dir, hex(ActionID));
  answer(existsSync(file) ? { ID, ...JSON.parse(readFileSync(file, 'utf8')) } : { ID, Miss: true });
}

function write(file, content) {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}
