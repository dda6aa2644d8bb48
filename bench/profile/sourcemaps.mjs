// Preloaded (`node --import`) into a build of gots' bundles: the bundler also writes source maps, whatever the build asks it for.
// So versions can be profiled whose scripts/build.mjs writes none.
import { register } from 'node:module';

if (!process.env.GOTS_BENCH_BUNDLER) throw new Error('GOTS_BENCH_BUNDLER is not set');
register(new URL('sourcemaps-hook.mjs', import.meta.url));
