// Fails when dist/ is not what the sources give.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const fresh = mkdtempSync(join(tmpdir(), 'gots-dist-'));
const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs'), '--out', fresh], { stdio: 'inherit' });
if (build.status !== 0) process.exit(1);
const names = [...new Set([...readdirSync(fresh), ...readdirSync(join(root, 'dist'))])].sort();
const read = (dir, name) => {
  try {
    const isProgram = (statSync(join(dir, name)).mode & 0o100) !== 0;
    return Buffer.concat([Buffer.from(isProgram ? 'program\n' : ''), readFileSync(join(dir, name))]);
  } catch {
    return undefined;
  }
};
const different = names.filter((name) => {
  const [a, b] = [read(fresh, name), read(join(root, 'dist'), name)];
  return !a || !b || !a.equals(b);
});
rmSync(fresh, { recursive: true, force: true });
if (different.length > 0) {
  console.error(`dist/ is not what the sources give: ${different.join(', ')}; run npm run build and commit dist/`);
  process.exit(1);
}
