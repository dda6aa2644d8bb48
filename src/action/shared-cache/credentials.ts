/** Variables of gots that name the shared cache, or are secrets of it. */
const ours = ['GOTS_REMOTE', 'GOTS_REMOTE_MODE', 'GOTS_REMOTE_KEY', 'GOTS_REMOTE_TOKEN'] as const;

/** Variables by which AWS tools and netrc are told who they are. */
const others =
  /^(NETRC|AWS_(ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|SECURITY_TOKEN|PROFILE|DEFAULT_PROFILE|SHARED_CREDENTIALS_FILE|CONFIG_FILE|ROLE_ARN|WEB_IDENTITY_TOKEN_FILE|CONTAINER_.*))$/;

/** Variables whose values are secret as a whole. */
export const secretVariables = ['GOTS_REMOTE_KEY', 'GOTS_REMOTE_TOKEN'] as const;

/**
 * The environment of go commands where the action itself asks the shared cache: without what the shared cache alone needs.
 *
 * @param isStrange the code is, or may be, that of a stranger: nothing with which it could write anywhere is left, whatever else it was for
 */
export function withoutCredentials(env: NodeJS.ProcessEnv, isStrange: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !ours.some((known) => known === name) && !(isStrange && others.test(name)),
  );
  return { ...Object.fromEntries(kept), GOTS_REMOTE: 'off' };
}

/** The password of a URL and the user's name with it, as they stand there; none where there is no password. */
export function passwordsIn(url: URL): readonly string[] {
  return url.password === '' ? [] : [url.password, decodeURIComponent(url.password)];
}
