// Writes the bytes of the frames in helper/shim/testdata/frames.json with the server's encoder (src/driver/front/protocol.ts), and beside
// them the rules of __tests__/support/rule-fixtures.ts (src/driver/plan/rules.ts).
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const testdata = join(root, 'helper', 'shim', 'testdata');
const dir = mkdtempSync(join(tmpdir(), 'gots-frames-'));
try {
  const input = {
    protocol: 'src/driver/front/protocol.ts',
    rules: 'src/driver/plan/rules.ts',
    fixtures: '__tests__/support/rule-fixtures.ts',
  };
  await build({ cwd: root, input, platform: 'node', output: { dir, format: 'esm', entryFileNames: '[name].mjs' } });
  const { encodeFrame } = await import(pathToFileURL(join(dir, 'protocol.mjs')).href);
  const { frames, odd } = JSON.parse(readFileSync(join(testdata, 'frames.json'), 'utf8'));
  const bytesOf = (name) => encode(frames.find((frame) => frame.name === name));
  const value = (part) => {
    if (typeof part === 'string') return part;
    if ('hex' in part) return Buffer.from(part.hex, 'hex');
    return 'frame' in part ? bytesOf(part.frame) : part.repeat.repeat(part.times);
  };
  const encode = ({ kind, fields, sealed }) => {
    const frame = encodeFrame(kind, Object.fromEntries(fields.map(([name, ...values]) => [name, values.map(value)])));
    return sealed ? Buffer.concat([frame, createHash('sha256').update(frame).digest()]) : frame;
  };
  const out = join(testdata, 'frames');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  for (const frame of frames) writeFileSync(join(out, `${frame.name}.frame`), encode(frame));
  for (const { name, hex } of odd) writeFileSync(join(out, `${name}.frame`), Buffer.from(hex, 'hex'));
  const { encodeRules } = await import(pathToFileURL(join(dir, 'rules.mjs')).href);
  const { casesText, ruleFixtures } = await import(pathToFileURL(join(dir, 'fixtures.mjs')).href);
  const rules = join(testdata, 'rules');
  rmSync(rules, { recursive: true, force: true });
  mkdirSync(rules);
  for (const fixture of ruleFixtures()) {
    writeFileSync(join(rules, `${fixture.name}.rules`), encodeRules(fixture.plan));
    writeFileSync(join(rules, `${fixture.name}.json`), casesText(fixture));
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}
