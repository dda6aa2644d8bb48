import { join } from 'node:path';
import type { RemoteWish } from '../../cache/remote/remote-settings.ts';
import { remoteSettings } from '../../cache/remote/remote-settings.ts';
import { buildPlace } from '../../driver/plan/build-place.ts';
import { remoteWish } from '../../driver/plan/remote-wish.ts';
import type { GoEnv } from '../../go/go-env.ts';
import { type ActionContext, cliContext } from '../action-context.ts';
import { type AccessMode, accessFacts, accessModes, type RemoteAccess, remoteAccess } from './access.ts';
import { passwordsIn, secretVariables, withoutCredentials } from './credentials.ts';
import { SharedCache } from './shared-cache.ts';

/** A shared cache of a job, and the context in which its go commands are started: they have neither its address nor its credentials. */
export interface OpenedSharedCache {
  readonly shared: SharedCache | undefined;
  readonly context: ActionContext;
}

/** What the last step needs to know, besides what the runner tells it; nothing secret. */
export interface SharedState {
  readonly cacheDir: string;
  /** Value of `remote` in gots.yml, if that is where the address comes from. */
  readonly wish: RemoteWish | undefined;
}

/**
 * Opens the shared cache that the input `remote-cache`, GOTS_REMOTE or gots.yml names.
 *
 * @throws GotsError remote_bad_url, remote_bad_mode, remote_bad_key
 */
export async function openSharedCache(
  context: ActionContext,
  go: GoEnv,
): Promise<OpenedSharedCache & { readonly state: SharedState | undefined }> {
  const { commands, env, inputs } = context;
  const access = accessOf(inputs['remote-cache-mode'], env);
  const place = buildPlace(go, context.cwd, []);
  const named = inputs['remote-cache'] || env['GOTS_REMOTE'];
  const asked = named ? undefined : await remoteWish(place?.configDirs ?? []);
  // What is checked out in such a run may be a stranger's, and the run has secrets: they go to no server that the checkout names.
  const wish = access.trust === 'outside' ? undefined : asked;
  if (asked && !wish) commands.line(`shared cache: \`remote\` of gots.yml does not count in runs of ${access.reason}`);
  const secrets = secretsOf(context, access, wish);
  const settings = remoteSettings(secrets, undefined);
  if (!settings) {
    const childEnv = { ...context.childEnv, GOTS_REMOTE: 'off' };
    return { shared: undefined, state: undefined, context: named || asked ? { ...context, childEnv } : context };
  }
  for (const name of secretVariables) if (env[name]) commands.mask(env[name]);
  for (const password of passwordsIn(settings.url)) commands.mask(password);
  const shown = `${settings.url.protocol}//${settings.url.host}${settings.url.pathname}`.replace(/\/$/, '');
  const how = access.reason === '' ? 'read and stored to' : `only read: ${access.reason}`;
  commands.line(`shared cache: ${shown} (${how})`);
  if (access.isRefused) commands.annotate('notice', `shared cache: not stored to: ${access.reason}`);
  const isStrange = access.trust === 'fork' || access.trust === 'outside';
  const own: ActionContext = { ...context, childEnv: withoutCredentials(context.childEnv, isStrange) };
  const { cacheDir } = cliContext(own);
  const folder = join(context.folder, 'reports');
  const shared = new SharedCache({ place: shown, access, secrets, cacheDir, folder, now: Date.now });
  return { shared, state: { cacheDir, wish }, context: { ...own, shared } };
}

/** @throws GotsError remote_bad_mode */
export function accessOf(input: AccessMode, env: NodeJS.ProcessEnv): RemoteAccess {
  const given = env['GOTS_REMOTE_MODE'];
  const asked = input === 'auto' ? (accessModes.find((mode) => mode === given) ?? 'auto') : input;
  return remoteAccess(asked, accessFacts(env));
}

/** The variables that a program of the shared cache gets besides those of the go command. */
export function secretsOf(
  { env, inputs, childEnv }: Pick<ActionContext, 'env' | 'inputs' | 'childEnv'>,
  { mode }: RemoteAccess,
  wish: RemoteWish | undefined,
): NodeJS.ProcessEnv {
  const url = inputs['remote-cache'] || env['GOTS_REMOTE'] || wish?.url;
  return { ...childEnv, GOTS_REMOTE: url, GOTS_REMOTE_MODE: mode };
}
