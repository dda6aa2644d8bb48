import type { Log } from '../../base/log.ts';
import type { Self } from './tool-stand-in.ts';

/** What one action of rules_go is run with. */
export interface BuilderContext {
  /** Folder of the plan, absolute. */
  readonly plan: string;
  /** rules_go's own builder, absolute. */
  readonly builder: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Command line by which a stand-in calls this program; the file with its state follows. */
  readonly self: Self;
  readonly log: Log;
}
