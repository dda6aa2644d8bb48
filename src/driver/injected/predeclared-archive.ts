import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashParts, sha256 } from '../../base/hash.ts';
import type { Cache } from '../../cache/cache.ts';
import { predeclaredPath, predeclaredSource } from '../../rewrite/names/predeclared-package.ts';
import type { GoAt, GoCommands } from '../ports.ts';
import type { Archive } from './package-archive.ts';

/**
 * The archive of the package by way of which woven code reaches predeclared names (see `predeclared-package.ts`). No module holds
 * the package, so the go command cannot make it; since none of its code is compiled before it is used, flags of the build do not count.
 *
 * @param identity of the package {@link predeclaredPath}
 * @throws Error with the compiler's output
 */
export async function predeclaredArchive(
  tools: { readonly go: Pick<GoCommands, 'tool'>; readonly weave: Pick<Cache, 'get' | 'put'> },
  at: GoAt,
  identity: string,
): Promise<Archive> {
  const key = hashParts('predeclared-1', identity, predeclaredSource);
  const { path: file, size } = (await tools.weave.get(key)) ?? (await make(tools, at, key));
  return { path: predeclaredPath, name: 'predeclared', file, size };
}

async function make(
  { go, weave }: Parameters<typeof predeclaredArchive>[0],
  at: GoAt,
  key: string,
): Promise<{ path: string; size: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'gots-predeclared-'));
  try {
    const [source, archive] = [join(folder, 'predeclared.go'), join(folder, 'predeclared.a')];
    writeFileSync(source, predeclaredSource);
    const flags = ['-trimpath', folder, '-complete', '-pack', '-p', predeclaredPath];
    await go.tool(at, 'compile', [...flags, '-o', archive, source], folder);
    const bytes = readFileSync(archive);
    return await weave.put(key, sha256(bytes), bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
