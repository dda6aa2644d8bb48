import { readFlags } from '../../go/flags.ts';
import { liveAspects, packageFacts, stripVariant } from '../plan/package-aspects.ts';
import type { Plan } from '../plan/plan.ts';
import type { GoCommands } from '../ports.ts';
import type { GoProcess } from '../serve/go-process.ts';
import type { Closure } from './closure.ts';

const none: ReadonlySet<string> = new Set();

/**
 * Packages that only injected code brings into this build, among those which aspects with the reach `user` would weave: these leave
 * them alone. Asked of go before anything is compiled, so that one build has one answer; in another build, of other packages of the
 * module, it may be another, and with it the keys are.
 *
 * @param flags of the go command, as far as they decide which files and modules belong to the build
 * @throws Error with go's output when go list fails as a whole
 */
export async function injectedOnly(
  { plan, go }: { readonly plan: Plan; readonly go: Pick<GoCommands, 'list'> },
  owner: GoProcess,
  closure: Closure,
  flags: readonly string[],
): Promise<ReadonlySet<string>> {
  if (plan.injectedOnly) return new Set(plan.injectedOnly);
  const inQuestion = closure.packages.filter((p) => {
    const live = liveAspects(plan, none, packageFacts({ ...p, testMain: false }, plan));
    return live.some(({ reach }) => reach === 'user');
  });
  if (inQuestion.length === 0) return none;
  const { command = '', packages = [] } = owner.flags ?? readFlags([], []);
  const tests = command === 'test' || command === 'vet' ? ['-test'] : [];
  const patterns = packages.length > 0 ? packages : ['.'];
  const args = ['-e', '-deps', ...tests, '-f', '{{.ImportPath}}', ...flags, '--', ...patterns];
  const result = await go.list(owner, args);
  if (result.exitCode !== 0) throw new Error(result.stderr.trim());
  const users = new Set(result.stdout.split('\n').map(stripVariant));
  return new Set(inQuestion.map((p) => p.path).filter((path) => !users.has(path)));
}
