import { homedir } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from '../../../base/read-if-there.ts';

/**
 * The value of the header Authorization for a server, from the first of these: user and password in the URL, GOTS_REMOTE_TOKEN, the line of
 * the host in ~/.netrc ($NETRC).
 *
 * @returns undefined where there is none
 */
export function httpAuthorization(url: URL, env: NodeJS.ProcessEnv): string | undefined {
  if (url.username !== '' || url.password !== '')
    return basic(decodeURIComponent(url.username), decodeURIComponent(url.password));
  const token = env['GOTS_REMOTE_TOKEN'];
  if (token) return `Bearer ${token}`;
  const entry = netrcEntry(readIfThere(env['NETRC'] || join(env['HOME'] || homedir(), '.netrc')), url.hostname);
  return entry && basic(entry.login, entry.password);
}

function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

/** Login and password for a host in the text of a netrc file; those of `default` where the host is not named. */
export function netrcEntry(
  text: string,
  host: string,
): { readonly login: string; readonly password: string } | undefined {
  const words = text
    .replaceAll(/^\s*#.*$/gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  let machine: string | undefined;
  const found = new Map<string, { login: string; password: string }>();
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === 'macdef') break;
    if (word === 'machine') machine = words[++at];
    else if (word === 'default') machine = '';
    else if ((word === 'login' || word === 'password') && machine !== undefined) {
      const entry = found.get(machine) ?? { login: '', password: '' };
      entry[word] = words[++at] ?? '';
      found.set(machine, entry);
    }
  }
  return found.get(host) ?? found.get('');
}
