import type { Log } from '../../base/log.ts';
import { readFlags, splitQuoted } from '../../go/flags.ts';
import { toolexecReplaced } from '../../report/codes/build.ts';
import type { Plan } from '../plan/plan.ts';

/**
 * Looks at the command line of the go command that this process serves for what cannot go together with weaving.
 *
 * @param argv program first; empty where the system does not tell
 * @throws GotsError build_toolexec_replaced
 */
export function checkGoCommand(argv: readonly string[], { shim }: Pick<Plan, 'shim'>, log: Pick<Log, 'warn'>): void {
  const { command, packages, values } = readFlags(argv.slice(1), []);
  if (command === 'tool' && values.has('n')) {
    const [name = 'NAME'] = packages;
    const remedy = `\`GOCACHEPROG= go tool -n ${name}\` prints one that stays`;
    log.warn(
      `the path that go tool -n prints is gone when it ends: go keeps programs in its own cache only; ${remedy}`,
    );
  }
  const toolexec = values.get('toolexec');
  if (command !== 'tool' && toolexec !== undefined && splitQuoted(toolexec)[0] !== shim) toolexecReplaced(toolexec);
}
