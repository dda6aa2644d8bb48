// The gots command, a launcher in sh. It names a program in the cache by the code of this version.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'src', 'cli', 'start');

/** Writes the launcher into a folder, as a program. */
export async function buildLauncher(dist) {
  const dir = mkdtempSync(join(tmpdir(), 'gots-launcher-'));
  try {
    const input = { start: join(folder, 'start-program.ts') };
    await build({ cwd: root, input, platform: 'node', output: { dir, format: 'esm', entryFileNames: '[name].mjs' } });
    const { launcherText } = await import(pathToFileURL(join(dir, 'start.mjs')).href);
    const file = join(dist, 'gots');
    writeFileSync(file, launcherText(readFileSync(join(folder, 'launcher.sh'), 'utf8'), root));
    chmodSync(file, 0o755);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
