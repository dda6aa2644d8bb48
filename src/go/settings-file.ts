import { homedir } from 'node:os';
import { join } from 'node:path';

/** Variables that say where `go env -w` keeps settings. */
export interface SettingsPlaces {
  readonly GOENV?: string | undefined;
  readonly HOME?: string | undefined;
  readonly XDG_CONFIG_HOME?: string | undefined;
}

/**
 * The files in which `go env -w` keeps a user's settings, and a toolchain its own; they need not exist.
 *
 * @param goRoot root of the toolchain in use
 * @see cmd/go/internal/cfg/cfg.go, EnvFile, and os.UserConfigDir (Go 1.24 to 1.27)
 */
export function settingsFiles(places: SettingsPlaces, goRoot: string): readonly string[] {
  const own = join(goRoot, 'go.env');
  const named = places.GOENV;
  if (named === 'off') return [own];
  return [own, named || join(configDir(places), 'go', 'env')];
}

function configDir({ HOME, XDG_CONFIG_HOME }: SettingsPlaces): string {
  const home = HOME || homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return XDG_CONFIG_HOME || join(home, '.config');
}
