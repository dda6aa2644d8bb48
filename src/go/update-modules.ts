import { readFlags, splitQuoted } from './flags.ts';
import { type GoOptions, runGo } from './go.ts';

/**
 * With -mod=mod, go writes what is missing into go.mod and go.sum when it loads packages. That is done here before anything is read from
 * them: a plan is made from the files as the build will have them. Where it fails, the go command to come says why.
 *
 * @param goArgs arguments of the go command to come
 * @param goflags effective GOFLAGS
 */
export async function updateModules(goArgs: readonly string[], goflags: string, options: GoOptions): Promise<void> {
  const { command, chdir, packages, values } = readFlags(goArgs, splitQuoted(goflags));
  if (command === '' || values.get('mod') !== 'mod') return;
  const given = ['modfile', 'overlay', 'tags'].flatMap((name) =>
    values.has(name) ? [`-${name}=${values.get(name)}`] : [],
  );
  const tests = command === 'test' || command === 'vet' ? ['-test'] : [];
  const place = chdir === undefined ? [] : ['-C', chdir];
  const args = [...place, 'list', '-mod=mod', '-deps', ...tests, '-f', '{{""}}', ...given, '--', ...packages];
  await runGo(args, { ...options, env: { ...options.env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' } });
}
