import { nodeFlags } from '../../driver/node-flags.ts';
import { savedSettings } from '../../driver/plan/saved-settings.ts';
import { quoteWord } from '../../go/flags.ts';
import { unquotablePath } from '../../report/codes/cli.ts';
import type { CommandContext } from '../command-context.ts';

/** Of what the variables of a woven go command are made. */
export interface WovenVariables {
  /** The user's flags, and the overlay of modules that are raised. */
  readonly flags: readonly string[];
  /** The user's own GOCACHEPROG. */
  readonly goCacheProg: string;
  readonly shim: string;
  readonly planFile: string;
  /** The user's environment. */
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The variables with which a plain go command weaves.
 *
 * @throws GotsError cli_path_unquotable
 */
export function wovenVariables(
  { cacheProg }: Pick<CommandContext, 'cacheProg'>,
  { flags, goCacheProg, shim, planFile, env }: WovenVariables,
): Readonly<Record<'GOFLAGS' | 'GOCACHEPROG' | 'GOTS_PLAN' | 'GOTS_SAVED', string>> {
  const quoted = quoteWord(shim) ?? unquotablePath(shim);
  const toolexec = quoteWord(`-toolexec=${quoted}`) ?? unquotablePath(shim);
  const node = quoteWord(process.execPath) ?? unquotablePath(process.execPath);
  const program = quoteWord(cacheProg) ?? unquotablePath(cacheProg);
  return {
    GOFLAGS: [...flags.map((word) => quoteWord(word) ?? word), toolexec].join(' '),
    GOCACHEPROG: `${quoted} cacheprog ${[node, ...nodeFlags, program].join(' ')}`,
    GOTS_PLAN: planFile,
    GOTS_SAVED: savedSettings(env, goCacheProg),
  };
}
