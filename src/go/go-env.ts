import { goFailed, goNotFound, goTooOld } from '../report/codes/cli.ts';
import { runGo } from './go.ts';

/** What `go env` says in a directory. */
export interface GoEnv {
  /** `go1.26.8`; `devel …` for development toolchains. */
  readonly version: string;
  /** Absolute; '' outside a module. */
  readonly goMod: string;
  /** Absolute; '' if there is none or workspaces are off. */
  readonly goWork: string;
  readonly goCache: string;
  readonly modCache: string;
  /** Effective GOFLAGS, from the environment or `go env -w`. */
  readonly goflags: string;
  readonly goCacheProg: string;
  readonly goRoot: string;
  /** GOOS, GOARCH and CGO_ENABLED: `linux amd64 1`. */
  readonly system: string;
}

const variables = [
  'GOVERSION',
  'GOMOD',
  'GOWORK',
  'GOCACHE',
  'GOMODCACHE',
  'GOFLAGS',
  'GOCACHEPROG',
  'GOROOT',
  'GOOS',
  'GOARCH',
  'CGO_ENABLED',
] as const;

/**
 * Asks go for its settings.
 *
 * @param chdir value of -C on the command line, if any
 * @throws GotsError cli_go_not_found, cli_go_failed, cli_go_too_old
 */
export async function goEnv(go: string, cwd: string, env: NodeJS.ProcessEnv, chdir?: string): Promise<GoEnv> {
  const place = chdir === undefined ? [] : ['-C', chdir];
  const result = await runGo([...place, 'env', '-json', ...variables], { go, cwd, env }).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') goNotFound(go);
    throw error;
  });
  if (result.exitCode !== 0) goFailed('go env', result.stderr);
  const values = JSON.parse(result.stdout) as Record<(typeof variables)[number], string>;
  const version = values.GOVERSION;
  const minor = /^go1\.(\d+)/.exec(version)?.[1];
  if (minor !== undefined && Number(minor) < 24) goTooOld(version);
  const file = (path: string) => (path === '/dev/null' || path === 'NUL' || path === 'off' ? '' : path);
  return {
    version,
    goMod: file(values.GOMOD),
    goWork: file(values.GOWORK),
    goCache: values.GOCACHE,
    modCache: values.GOMODCACHE,
    goflags: values.GOFLAGS,
    goCacheProg: values.GOCACHEPROG,
    goRoot: values.GOROOT,
    system: `${values.GOOS} ${values.GOARCH} ${values.CGO_ENABLED}`,
  };
}
