import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { releaseFailed } from '../../report/codes/publish.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import { runProgram } from '../runner/run-program.ts';

/**
 * Writes CycloneDX from the build information of a program, which in a woven one names injected modules as well. Its version, and the
 * checksums of all that it is made of, are in helper/sbom.
 */
const tool = 'github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod';

/**
 * The bill of materials of a program, CycloneDX JSON.
 *
 * @throws GotsError action_release_failed
 */
export async function writeSbom(context: ActionContext, program: string, output: string): Promise<void> {
  const cli = cliContext(context);
  const cwd = join(cli.home, 'helper', 'sbom');
  const writer = join(context.folder, 'tools', 'cyclonedx-gomod');
  mkdirSync(join(context.folder, 'tools'), { recursive: true });
  // Not for the platform that is built for, and not woven.
  const own = { GOFLAGS: '-mod=readonly', GOWORK: 'off', GOOS: '', GOARCH: '', CGO_ENABLED: '0' };
  const { write, cancel } = context;
  const options = { cwd, env: { ...cli.env, ...own }, write, cancel, busy: 'writing a bill of materials' };
  const built = await runProgram(cli.go, ['build', '-o', writer, tool], options);
  if (built.exitCode !== 0) releaseFailed(`go build ${tool}`, lastLine(built.output));
  const args = ['bin', '-json', '-noserial', '-output', output, program];
  const made = await runProgram(writer, args, options);
  if (made.exitCode !== 0) releaseFailed(`cyclonedx-gomod ${args.join(' ')}`, lastLine(made.output));
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
