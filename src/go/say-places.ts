import { isAbsolute, relative, resolve } from 'node:path';

/** What go printed in one folder, with the places of files as they are seen from another one; files outside that stay absolute. */
export function placesIn(text: string, from: string, to: string): string {
  return text.replace(/^(\s*)((?:\/|\.{1,2}\/)[^\s:]+)(?=:\d+)/gm, (_, space: string, name: string) => {
    const path = isAbsolute(name) ? name : resolve(from, name);
    const near = relative(to, path);
    return `${space}${near.startsWith('..') ? path : near}`;
  });
}
