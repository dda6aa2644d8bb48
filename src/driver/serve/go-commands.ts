import { join } from 'node:path';
import { type GoResult, runGo } from '../../go/go.ts';
import { runToEnd, start } from '../../process/spawn.ts';
import { goFailed } from '../../report/codes/cli.ts';
import type { GoAt, GoCommands } from '../ports.ts';

/** What go commands of a build run with. */
export interface GoCommandsOptions {
  /** The environment of this process. */
  readonly env: NodeJS.ProcessEnv;
  /** Command line of a child's cache program, quoted for GOCACHEPROG. */
  readonly childCacheProg: string;
  /** `-toolexec=…` for children, quoted. */
  readonly toolexecFlag: string;
  /** Path of this server's socket. */
  readonly socket: string;
  /** Told of the process group of each go command that weaves. */
  readonly started: (pid: number) => void;
}

/** The real go commands. */
export function goCommands({ env, childCacheProg, toolexecFlag, socket, started }: GoCommandsOptions): GoCommands {
  const settings = async (at: GoAt, names: readonly string[]): Promise<Readonly<Record<string, string>>> => {
    const quiet = { ...env, GOCACHEPROG: '' };
    const result = await runGo(['env', '-json', ...names], { ...placeOf(at), env: quiet, detached: true });
    if (result.exitCode !== 0) goFailed(`go env ${names.join(' ')}`, result.stderr);
    return JSON.parse(result.stdout) as Readonly<Record<string, string>>;
  };
  return {
    settings,
    list(at, args, { localToolchain } = { localToolchain: false }): Promise<GoResult> {
      const quiet = { ...env, GOFLAGS: '-buildvcs=false', GOCACHEPROG: '' };
      const own = localToolchain ? { ...quiet, GOTOOLCHAIN: 'local' } : quiet;
      return runGo(['list', ...args], { ...placeOf(at), env: own, detached: true });
    },
    listWoven(child, args, patterns): Promise<GoResult> {
      const own = {
        ...env,
        GOFLAGS: '-buildvcs=false',
        GOTOOLCHAIN: 'local',
        GOCACHEPROG: childCacheProg,
        GOTS_SERVER: socket,
        GOTS_CHAIN: child.token,
      };
      const all = ['list', '-export', ...args, toolexecFlag, '--', ...patterns];
      return runGo(all, { ...placeOf(child), env: own, detached: true, started });
    },
    async tool(at, name, args, cwd): Promise<void> {
      const { GOTOOLDIR = '' } = await settings(at, ['GOTOOLDIR']);
      const program = join(GOTOOLDIR, name);
      const { code, stderr } = await runToEnd({ program, args, cwd, env });
      if (code !== 0) throw new Error(`Command failed: ${[program, ...args].join(' ')}\n${stderr}`);
    },
    async accepts(program, args, cwd): Promise<boolean> {
      const running = start({ program, args, cwd, env, group: true, stdout: 'ignore', stderr: 'ignore' });
      if (running.pid !== undefined) started(running.pid);
      return (await running.ended).code === 0;
    },
  };
}

function placeOf({ go, cwd }: GoAt): GoAt {
  return { go, cwd };
}
