import { existsSync, lutimesSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryName } from '../../../../src/base/temporary.ts';
import { noteAtWork, removeAllLeftOvers } from '../../../../src/driver/serve/left-overs.ts';
import { pidNamespace, processMark, processStart } from '../../../../src/process/identity.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gots-left-'));
  for (const name of ['weave/builds', 'weave/00', 'go/ff', 'other/ff', 'sockets'])
    mkdirSync(join(dir, name), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const at = (name: string) => join(dir, name);
/** As the mark of a process with this one's number that has ended. */
const dead = (text: string): string => text.replace(processMark(), processMark().replace(/\d+$/, '1'));
const socket = () => at(`sockets/${process.pid}-${processStart(process.pid)}-${pidNamespace()}.sock`);

test('the next build removes what a killed one left in the caches that it wrote to, and nothing else', () => {
  noteAtWork(at('weave'), [at('weave'), at('go')]);
  const [note = ''] = readdirSync(at('weave/builds'));
  writeFileSync(at(`weave/builds/${dead(note)}`), `${at('weave')}\n${at('go')}`);
  const left = ['weave/00/a', 'go/ff/b'].map((name) => dead(temporaryName(at(name))));
  const kept = [dead(temporaryName(at('other/ff/c'))), temporaryName(at('go/ff/d')), at('go/ff/e-d')];
  for (const file of [...left, ...kept]) writeFileSync(file, '');
  removeAllLeftOvers(at('weave'), socket());
  expect(left.filter((file) => existsSync(file))).toEqual([]);
  expect(kept.filter((file) => !existsSync(file))).toEqual([]);
  // The note of the build that is still at work stays.
  expect(readdirSync(at('weave/builds'))).toEqual([note]);
});

test('a build that ends takes its note away', () => {
  const ended = noteAtWork(at('weave'), []);
  expect(readdirSync(at('weave/builds'))).toHaveLength(1);
  ended();
  expect(readdirSync(at('weave/builds'))).toEqual([]);
});

test('sockets and greetings of ended go commands go; those of living ones and of other containers stay', () => {
  const start = processStart(process.pid);
  const left = [
    `${process.pid}-1-${pidNamespace()}.sock`,
    `${process.pid}-1-${pidNamespace()}.hello`,
    '1234.new',
    '1234.resume',
  ];
  const kept = [`${process.pid}-${start}-${pidNamespace()}.sock`, `${process.pid}-1-12345.sock`, 'bin', 'x.sock'];
  for (const name of [...left, ...kept]) writeFileSync(at(`sockets/${name}`), '');
  // What exists for a moment only goes after a minute; its change cannot be dated back, so it stays here.
  for (const name of ['1234.new', '1234.resume']) lutimesSync(at(`sockets/${name}`), 1, 1);
  removeAllLeftOvers(at('weave'), socket());
  expect(readdirSync(at('sockets')).sort()).toEqual([...kept, '1234.new', '1234.resume'].sort());
});
