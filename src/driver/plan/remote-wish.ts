import { join } from 'node:path';
import { readIfThere } from '../../base/read-if-there.ts';
import type { RemoteWish } from '../../cache/remote/remote-settings.ts';

/**
 * What `remote` in the gots.yml of the first folder that has it says. This is asked before there is a plan, at each start: YAML is loaded only
 * where the word is there. What is wrong in the file, the plan tells.
 */
export async function remoteWish(configDirs: readonly string[]): Promise<RemoteWish | undefined> {
  for (const dir of configDirs) {
    const text = readIfThere(join(dir, 'gots.yml'));
    if (!/^["']?remote["']?\s*:/m.test(text)) continue;
    const wish = wishIn(await parsed(text));
    if (wish) return wish;
  }
  return undefined;
}

async function parsed(text: string): Promise<unknown> {
  try {
    return (await import('yaml')).parse(text);
  } catch {
    return undefined;
  }
}

function wishIn(file: unknown): RemoteWish | undefined {
  const remote = (file as { remote?: unknown } | undefined)?.remote;
  if (typeof remote === 'string') return { url: remote };
  const { url, mode } = (remote ?? {}) as { url?: unknown; mode?: unknown };
  if (typeof url !== 'string') return undefined;
  return { url, mode: typeof mode === 'string' ? mode : undefined };
}
