import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { fileInZip, ZipProblem } from '../../../src/action/artifacts/read-zip.ts';

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}

test('a file of an archive, by its whole name', async () => {
  const zip = await zipOf({ 'a.txt': 'one', 'b/a.txt': 'two' });
  expect((await fileInZip(zip, 'b/a.txt', 3))?.toString()).toBe('two');
  expect(await fileInZip(zip, 'txt', 3)).toBeUndefined();
});

test('a file that is larger than allowed', async () => {
  const zip = await zipOf({ a: 'x'.repeat(1000) });
  await expect(fileInZip(zip, 'a', 999)).rejects.toThrow('a has more than 999 bytes');
});

test('a file that is larger than the archive says', async () => {
  const zip = await zipOf({ a: 'x'.repeat(100_000) });
  const directory = zip.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt32LE(10, directory + 24);
  await expect(fileInZip(zip, 'a', 999)).rejects.toThrow(ZipProblem);
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('not a zip, just text that is long enough for one')],
])('no archive: %s', async (_, bytes) => {
  await expect(fileInZip(bytes, 'a', 999)).rejects.toThrow(ZipProblem);
});

test('an archive that is cut off, or damaged anywhere, is a ZipProblem or a file', async () => {
  const zip = await zipOf({ a: 'the text' });
  for (let at = 0; at < zip.length; at++) {
    const cut = await fileInZip(zip.subarray(0, at), 'a', 999).catch((error: unknown) => error);
    expect(cut).toBeInstanceOf(ZipProblem);
    const damaged = Buffer.from(zip);
    damaged[at] = (damaged[at] as number) ^ 0xff;
    const read = await fileInZip(damaged, 'a', 999).catch((error: unknown) => error);
    if (read instanceof Error) expect(read).toBeInstanceOf(ZipProblem);
    else expect(read === undefined || Buffer.isBuffer(read)).toBe(true);
  }
});
