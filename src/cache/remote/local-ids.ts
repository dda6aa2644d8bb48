import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namesIfThere } from '../../base/read-if-there.ts';
import { type CacheFolders, cacheNames } from '../packs/entries.ts';
import { packId } from '../packs/pack-manifest.ts';

/** The {@link packId} of all that the caches of this machine hold. Names are listed, no file is looked at. */
export function localIds(folders: CacheFolders): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const cache of cacheNames) {
    for (const sub of namesIfThere(folders[cache])) {
      if (!/^[0-9a-f]{2}$|^bin$/.test(sub)) continue;
      for (const name of readdirSync(join(folders[cache], sub))) {
        const id = packId(`${cache}/${sub}/${name}`);
        if (id !== undefined) ids.add(id);
      }
    }
  }
  return ids;
}
