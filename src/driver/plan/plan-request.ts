import type { Log } from '../../base/log.ts';
import type { GoEnv } from '../../go/go-env.ts';
import type { BuildPlace } from './build-place.ts';

/** What a plan is asked for. */
export interface PlanRequest {
  readonly go: string;
  readonly goEnv: GoEnv;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Aspect files named on the command line; empty: discovered. */
  readonly aspectFiles: readonly string[];
  /** Arguments of the go command, for flags that decide how modules are found. */
  readonly goArgs: readonly string[];
  /** $GOTS_CACHE. */
  readonly cacheDir: string;
  /** The folder that holds `aspects/` and `helper/`. */
  readonly home: string;
  readonly log: Log;
  /** The module that the build is about. */
  readonly place: BuildPlace;
}
