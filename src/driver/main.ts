import { dirname, join } from 'node:path';
import { enableCompileCache } from '../base/compile-cache.ts';

/** The cache program: it lets Node keep the compiled code before it loads any. */
const { GOTS_PLAN: planFile = '' } = process.env;
// The plan lies in $GOTS_CACHE/plans/<name>/.
if (planFile !== '') enableCompileCache(join(dirname(dirname(dirname(planFile))), 'code'));
const { serveBuild } = await import('./serve-build.ts');
await serveBuild(process.env);
