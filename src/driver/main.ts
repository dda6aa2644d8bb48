import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCompiled } from '../base/compiled-script.ts';
import { setServingFlags, setUsualFlags } from './node-flags.ts';

/** The cache program: it runs serve-build.ts, which lies beside it as one file, from compiled code. */
const { GOTS_PLAN: planFile = '' } = process.env;
setUsualFlags();
const { exports, keep } = runCompiled(
  join(dirname(fileURLToPath(import.meta.url)), 'server.cjs'),
  // The plan lies in $GOTS_CACHE/plans/<name>/.
  planFile === '' ? undefined : join(dirname(dirname(dirname(planFile))), 'code'),
);
setServingFlags(keep !== undefined);
void (exports as typeof import('./serve-build.ts')).serveBuild(process.env, () => {
  setUsualFlags();
  keep?.();
});
