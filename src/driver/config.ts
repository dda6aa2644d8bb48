import type { SettingsPlaces } from '../go/settings-file.ts';
import type { RuntimePlaces } from './front/socket-name.ts';
import { userCacheProg } from './plan/saved-settings.ts';

/** Everything that the cache program takes from its environment. It is read once, by serve-build.ts; no other code of the driver reads it. */
export interface DriverConfig {
  /** GOTS_PLAN: path of the plan, which the command sets; '' if it is not set. */
  readonly planFile: string;
  /** GOTS_FRONT: the descriptor of the stream to the front that started this process; '' if go started it. */
  readonly frontFd: string;
  /** Whether GOTS_DEBUG is set: the log shows what it is for. */
  readonly debug: boolean;
  /** GOTS_NESTED=1: go commands that run below a woven build weave as well. */
  readonly weavesNested: boolean;
  /** GOTS_REPORT: the file that gets the report of what was woven; '' for none. */
  readonly reportFile: string;
  /** GOTS_REPORT_SOURCES: the report holds the woven files; only with GOTS_REPORT. */
  readonly reportsSources: boolean;
  /** GOTS_STATS: the file that gets what the build did; '' for none. */
  readonly statsFile: string;
  /** GOTS_TOUCHED: the file that gets the names of the cache files that were used; '' for none. */
  readonly usedFile: string;
  /** GOTS_FETCH: socket of the program that fetches from a shared cache beside this build; '' if none does. */
  readonly fetchSocket: string;
  /**
   * Whether what the build used is stored in a shared cache: GOTS_REMOTE with GOTS_REMOTE_MODE=read-write. `later`: it is only left in the
   * outbox, for a program that has the credentials (GOTS_REMOTE_UPLOADS=later).
   */
  readonly uploads: 'no' | 'now' | 'later';
  /** The user's own GOCACHEPROG, which GOTS_SAVED holds; '' if there is none. */
  readonly userCacheProg: string;
  /** GOCACHE; '' if it is not set. */
  readonly goCache: string;
  /** Where the socket may lie. */
  readonly runtime: RuntimePlaces;
  readonly build: BuildVariables;
  /** The environment of child processes. Only the code that starts one looks at it. */
  readonly childEnv: NodeJS.ProcessEnv;
}

/** Variables of go that decide what a build makes. */
export interface BuildVariables {
  readonly goflags: string;
  readonly goWork: string;
  readonly godebug: string;
  /** cmd/go sets it for everything that it starts. */
  readonly goarch: string;
  /** `NAME=value` for each variable that decides what archives hold, a line each. */
  readonly archives: string;
  /** Variables that tell builds with the same command line apart. */
  readonly command: readonly string[];
  /** Where `go env -w` keeps settings. */
  readonly settings: SettingsPlaces;
}

/**
 * Environment that decides what archives hold, besides flags.
 *
 * @see cmd/go/internal/work/exec.go, buildActionID, and internal/cfg (Go 1.24 to 1.27)
 */
const archiveVariables = [
  'GOOS GOARCH GOAMD64 GOARM64 GOARM GO386 GOMIPS GOMIPS64 GOPPC64 GORISCV64 GOWASM GOEXPERIMENT GOFIPS140',
  'CGO_ENABLED CC CXX FC AR GCCGO PKG_CONFIG PKG_CONFIG_PATH PKG_CONFIG_LIBDIR PKG_CONFIG_SYSROOT_DIR',
  'CGO_CFLAGS CGO_CPPFLAGS CGO_CXXFLAGS CGO_FFLAGS CGO_LDFLAGS',
  'GOCLOBBERDEADHASH GOSSAFUNC GOSSADIR GOCOMPILEDEBUG',
  // The user's own -toolexec stands between the compiler and gots.
  'GOTS_TOOLEXEC',
].flatMap((names) => names.split(' '));

const commandVariables = ['GOOS', 'GOARCH', 'CGO_ENABLED', 'GOFLAGS', 'GOEXPERIMENT', 'GOTOOLCHAIN'];

/** @param env the environment of this process */
export function readConfig(env: NodeJS.ProcessEnv): DriverConfig {
  const text = (name: string): string => env[name] ?? '';
  // Children have no front.
  const { GOTS_FRONT: frontFd = '', ...childEnv } = env;
  return {
    planFile: text('GOTS_PLAN'),
    frontFd,
    debug: env['GOTS_DEBUG'] !== undefined,
    weavesNested: env['GOTS_NESTED'] === '1',
    reportFile: text('GOTS_REPORT'),
    reportsSources: text('GOTS_REPORT') !== '' && text('GOTS_REPORT_SOURCES') !== '',
    statsFile: text('GOTS_STATS'),
    usedFile: text('GOTS_TOUCHED'),
    fetchSocket: text('GOTS_FETCH'),
    uploads: uploadsIn(env),
    userCacheProg: userCacheProg(env),
    goCache: text('GOCACHE'),
    runtime: { XDG_RUNTIME_DIR: env['XDG_RUNTIME_DIR'], TMPDIR: env['TMPDIR'] },
    build: {
      goflags: text('GOFLAGS'),
      goWork: text('GOWORK'),
      godebug: text('GODEBUG'),
      goarch: text('GOARCH'),
      archives: archiveVariables.map((name) => `${name}=${text(name)}`).join('\n'),
      command: commandVariables.map(text),
      settings: { GOENV: env['GOENV'], HOME: env['HOME'], XDG_CONFIG_HOME: env['XDG_CONFIG_HOME'] },
    },
    childEnv,
  };
}

function uploadsIn(env: NodeJS.ProcessEnv): DriverConfig['uploads'] {
  if (env['GOTS_REMOTE_UPLOADS'] === 'later') return 'later';
  return (env['GOTS_REMOTE'] || 'off') !== 'off' && env['GOTS_REMOTE_MODE'] === 'read-write' ? 'now' : 'no';
}
