import { existsSync } from 'node:fs';
import { parentPid } from '../../process/identity.ts';
import { type RuntimePlaces, socketPath } from './socket-name.ts';

const deepest = 32;

/**
 * Whether a go command runs below another one that weaves: started by a test or a generator, with the environment of the
 * outer command. It builds something else, so it is not woven unless asked (build-protocol G5).
 */
export function isNested(goPid: number, places: RuntimePlaces): boolean {
  let pid = parentPid(goPid);
  for (let level = 0; level < deepest && pid !== undefined && pid > 1; level++) {
    try {
      if (existsSync(socketPath(pid, places))) return true;
    } catch {
      return false;
    }
    pid = parentPid(pid);
  }
  return false;
}
