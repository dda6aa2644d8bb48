import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashParts, sha256 } from '../../base/hash.ts';
import { runGo } from '../../go/go.ts';
import { run } from '../../process/spawn.ts';
import { predeclaredPath, predeclaredSource } from '../../rewrite/names/predeclared-package.ts';
import type { GoProcess } from '../serve/go-process.ts';
import { identitiesOf, type Session } from '../serve/session.ts';
import type { Archive } from './archive.ts';

/**
 * The archive of the package by way of which woven code reaches predeclared names (see `predeclared-package.ts`). No module holds
 * the package, so the go command cannot make it; since none of its code is compiled before it is used, flags of the build do not count.
 *
 * @throws Error with the compiler's output
 */
export async function predeclaredArchive(session: Session, owner: GoProcess): Promise<Archive> {
  const key = hashParts('predeclared-1', identitiesOf(session).of(predeclaredPath), predeclaredSource);
  const { path: file, size } = (await session.caches.weave.get(key)) ?? (await make(session, owner, key));
  return { path: predeclaredPath, name: 'predeclared', file, size };
}

async function make({ caches }: Session, { go, cwd }: GoProcess, key: string): Promise<{ path: string; size: number }> {
  const { stdout } = await runGo(['env', 'GOTOOLDIR'], { go, cwd, env: { ...process.env, GOCACHEPROG: '' } });
  const folder = mkdtempSync(join(tmpdir(), 'gots-predeclared-'));
  try {
    const [source, archive] = [join(folder, 'predeclared.go'), join(folder, 'predeclared.a')];
    writeFileSync(source, predeclaredSource);
    const flags = ['-trimpath', folder, '-complete', '-pack', '-p', predeclaredPath];
    const program = join(stdout.trim(), 'compile');
    const args = [...flags, '-o', archive, source];
    const { code, stderr } = await run({ program, args, cwd: folder });
    if (code !== 0) throw new Error(`Command failed: ${[program, ...args].join(' ')}\n${stderr}`);
    const bytes = readFileSync(archive);
    return await caches.weave.put(key, sha256(bytes), bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
