import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { lineLog } from '../../../src/base/log.ts';
import { ProgramCache } from '../../../src/cache/cache-program.ts';
import { DiskCache } from '../../../src/cache/disk/disk.ts';
import { TemporaryDisk } from '../../../src/cache/disk/temporary-disk.ts';
import { LastBuild } from '../../../src/cache/last-build.ts';
import { openCaches } from '../../../src/cache/open.ts';
import { Counted } from '../../../src/cache/tiers/counted.ts';
import { Recorded } from '../../../src/cache/tiers/recorded.ts';
import { Remembered } from '../../../src/cache/tiers/remembered.ts';
import { Spilling } from '../../../src/cache/tiers/spilling.ts';
import { UsedFiles } from '../../../src/cache/used-files.ts';
import { cacheConformance } from './conformance.ts';

const warn = (what: unknown) => expect.unreachable(String(what));
const disk = (dir: string) => new DiskCache(dir, { isOurs: true, warn });

/** A disk cache whose folder cannot be made, since a file lies there. */
function refusing(dir: string): DiskCache {
  mkdirSync(dirname(dir), { recursive: true });
  writeFileSync(dir, '');
  return disk(dir);
}

const program = (...args: string[]) => {
  const script = join(import.meta.dirname, '../../support/caches/cache-program.mjs');
  return ProgramCache.start([process.execPath, script, ...args], lineLog(warn, false));
};

const remembered = (below: DiskCache, dir: string) => {
  const memory = new LastBuild(join(dir, 'builds', 'x.json')).store('cache');
  return new Remembered(below, memory, (outputId, size) => below.bodyOf(outputId, size));
};

const recorded = (below: DiskCache, dir: string) => new Recorded(below, new UsedFiles(join(dir, 'used')).in(dir));

/** All that a build puts on top of the disk. */
const opened = (dir: string, argv: readonly string[] = []) =>
  openCaches({
    weaveDir: join(dir, 'weave'),
    goCache: join(dir, 'go'),
    program: argv,
    lastBuild: new LastBuild(join(dir, 'weave', 'builds', 'x.json')),
    usedFiles: new UsedFiles(join(dir, 'used')),
    log: lineLog(warn, false),
  });

cacheConformance('the weave cache on disk', { open: disk, openRefusing: refusing });
cacheConformance("the user's cache on disk", { open: (dir) => new DiskCache(dir, { warn }), openRefusing: refusing });
cacheConformance('a temporary one', { open: () => new TemporaryDisk('gots-test-temporary-'), lasts: false });
cacheConformance("the user's GOCACHEPROG", {
  open: (dir) => program(dir),
  openRefusing: (dir) => program(dir, 'refuse'),
  records: false,
});

cacheConformance('the remembered tier', {
  open: (dir) => remembered(disk(dir), dir),
  openRefusing: (dir) => remembered(refusing(dir), dir),
});
cacheConformance('the recorded tier', {
  open: (dir) => recorded(disk(dir), dir),
  openRefusing: (dir) => recorded(refusing(dir), dir),
});
cacheConformance('the counted tier', {
  open: (dir) => new Counted(disk(dir)),
  openRefusing: (dir) => new Counted(refusing(dir)),
});
cacheConformance('the spilling tier that has room', {
  open: (dir) => new Spilling(disk(dir), refusing(`${dir}-second`), warn),
});
// Objects only: records are not spilled.
cacheConformance('the spilling tier that spills, twice', {
  open: (dir) => {
    const second = new Spilling(refusing(`${dir}-2`), disk(`${dir}-3`), () => {});
    return new Spilling(refusing(`${dir}-1`), second, () => {});
  },
  openRefusing: (dir) => new Spilling(refusing(`${dir}-1`), refusing(`${dir}-2`), () => {}),
  records: false,
  lasts: false,
});

cacheConformance('the weave cache of a build', { open: async (dir) => (await opened(dir)).weave });
cacheConformance('the weave cache of a build, for what is seldom read', {
  open: async (dir) => (await opened(dir)).aside,
});
cacheConformance("the user's cache of a build", { open: async (dir) => (await opened(dir)).user });
