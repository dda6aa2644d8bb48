import { execFileSync, type StdioOptions } from 'node:child_process';

/** Variables that change what go builds; tests begin without them. */
const changing = /^(GOFLAGS|GOOS|GOARCH|GOWORK|GOCACHEPROG|GOTOOLCHAIN|GOEXPERIMENT|CGO_ENABLED|GOENV|GOTS_.*)$/;

/** The environment of this process without variables that change what go builds, plus `more`. */
export function plainGoEnv(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !changing.test(name));
  return { ...Object.fromEntries(kept), GOENV: 'off', GOFLAGS: '-p=2', ...more };
}

/** Standard output of a go command; its failure fails the test with what go printed. */
export function go(args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  return execFileSync('go', args, { cwd, env: plainGoEnv(env), encoding: 'utf8', maxBuffer: 1 << 28, stdio });
}
