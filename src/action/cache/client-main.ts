import { readFileSync, writeFileSync } from 'node:fs';
import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache';
import type { ClientAnswer, ClientRequest } from './client.ts';

/**
 * Talks to the cache service for one entry, as a process of its own: the client looks at the working directory and the environment,
 * prints annotations of its own, and loads slowly. Reads a {@link ClientRequest} from standard input.
 */
async function main(): Promise<void> {
  const request = JSON.parse(readFileSync(0, 'utf8')) as ClientRequest;
  const answer = await answerTo(request);
  writeFileSync(request.answerFile, JSON.stringify(answer));
}

async function answerTo({ operation, folder, key, restoreKeys }: ClientRequest): Promise<ClientAnswer> {
  if (!isFeatureAvailable()) return { kind: 'unavailable' };
  if (operation === 'restore') {
    const matchedKey = await restoreCache([folder], key, [...restoreKeys]);
    return matchedKey === undefined ? { kind: 'miss' } : { kind: 'hit', matchedKey };
  }
  const id = await saveCache([folder], key);
  return id === -1 ? { kind: 'refused' } : { kind: 'saved' };
}

await main();
