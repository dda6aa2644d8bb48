import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The files in which `go env -w` keeps a user's settings, and a toolchain its own; they need not exist.
 *
 * @param env environment of the go command
 * @param goRoot root of the toolchain in use
 * @see cmd/go/internal/cfg/cfg.go, EnvFile, and os.UserConfigDir (Go 1.24 to 1.27)
 */
export function settingsFiles(env: NodeJS.ProcessEnv, goRoot: string): readonly string[] {
  const own = join(goRoot, 'go.env');
  const named = env['GOENV'];
  if (named === 'off') return [own];
  return [own, named || join(configDir(env), 'go', 'env')];
}

function configDir(env: NodeJS.ProcessEnv): string {
  const home = env['HOME'] || homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}
