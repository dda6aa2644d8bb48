import { remoteBadKey, remoteBadMode, remoteBadUrl } from '../../report/codes/remote.ts';
import { type Signer, signerOf } from './signer.ts';

/** What a module's gots.yml says of the shared cache, as written. */
export interface RemoteWish {
  readonly url: string;
  readonly mode?: string | undefined;
}

export const remoteModes = ['read', 'read-write'] as const;
export type RemoteMode = (typeof remoteModes)[number];

/** The shared cache of a build. */
export interface RemoteSettings {
  /** `s3:`, `https:` or `http:`; may hold a password. */
  readonly url: URL;
  readonly mode: RemoteMode;
  /** Undefined: manifests are not signed, and signatures not asked for. */
  readonly signer: Signer | undefined;
}

/**
 * Settings of the shared cache: GOTS_REMOTE, GOTS_REMOTE_MODE and GOTS_REMOTE_KEY, else what gots.yml says. GOTS_REMOTE=off is none.
 *
 * @returns undefined where there is no shared cache
 * @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
 */
export function remoteSettings(env: NodeJS.ProcessEnv, wish: RemoteWish | undefined): RemoteSettings | undefined {
  const text = env['GOTS_REMOTE'] || wish?.url || 'off';
  if (text === 'off') return undefined;
  return {
    url: parseRemoteUrl(text) ?? remoteBadUrl(withoutPassword(text)),
    mode: modeOf(env['GOTS_REMOTE_MODE'] || wish?.mode || 'read'),
    signer: signerFrom(env['GOTS_REMOTE_KEY']),
  };
}

/** The URL of a shared cache; undefined if it is none. */
export function parseRemoteUrl(text: string): URL | undefined {
  if (!/^(s3|https?):\/\/[^/?#]+/.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text);
}

function modeOf(text: string): RemoteMode {
  return remoteModes.find((mode) => mode === text) ?? remoteBadMode(text, remoteModes.join(', '));
}

function signerFrom(key: string | undefined): Signer | undefined {
  if (!key) return undefined;
  try {
    return signerOf(key);
  } catch (error) {
    return remoteBadKey((error as Error).message);
  }
}

function withoutPassword(text: string): string {
  return text.replace(/\/\/[^/@]*@/, '//');
}
