import { homedir } from 'node:os';
import { join } from 'node:path';
import { readIfThere } from '../../../base/read-if-there.ts';

/** What signs requests to S3. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** What the AWS variables and files say; the variables win. */
export interface AwsSettings {
  /** Undefined: requests are not signed, as to a bucket that everyone may read. */
  readonly credentials: AwsCredentials | undefined;
  readonly region: string | undefined;
  readonly endpoint: string | undefined;
}

type Section = Readonly<Record<string, string>>;

/**
 * Reads AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, and
 * the profile AWS_PROFILE of ~/.aws/credentials and ~/.aws/config (AWS_SHARED_CREDENTIALS_FILE, AWS_CONFIG_FILE).
 */
export function awsSettings(env: NodeJS.ProcessEnv): AwsSettings {
  const home = env['HOME'] || homedir();
  const profile = env['AWS_PROFILE'] || 'default';
  const credentialsFile = env['AWS_SHARED_CREDENTIALS_FILE'] || join(home, '.aws', 'credentials');
  const configFile = env['AWS_CONFIG_FILE'] || join(home, '.aws', 'config');
  const ofCredentials = sectionOf(readIfThere(credentialsFile), [profile]);
  const ofConfig = sectionOf(readIfThere(configFile), [`profile ${profile}`, profile]);
  const filed: Section = { ...ofConfig, ...ofCredentials };
  return {
    credentials:
      credentialsOf(env['AWS_ACCESS_KEY_ID'], env['AWS_SECRET_ACCESS_KEY'], env['AWS_SESSION_TOKEN']) ??
      credentialsOf(filed['aws_access_key_id'], filed['aws_secret_access_key'], filed['aws_session_token']),
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || filed['region'],
    endpoint: env['AWS_ENDPOINT_URL_S3'] || env['AWS_ENDPOINT_URL'] || filed['endpoint_url'],
  };
}

function credentialsOf(
  accessKeyId: string | undefined,
  secretAccessKey: string | undefined,
  sessionToken: string | undefined,
): AwsCredentials | undefined {
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: sessionToken || undefined };
}

/** Keys and values of the first of some sections of an ini file that is there. */
function sectionOf(text: string, names: readonly string[]): Section {
  const sections = new Map<string, Record<string, string>>();
  let current: Record<string, string> | undefined;
  for (const line of text.split('\n')) {
    const header = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    if (header !== undefined) {
      current = sections.get(header) ?? {};
      sections.set(header, current);
      continue;
    }
    // Lines that are indented belong to a nested setting.
    const [, key, value] = /^([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (current && key !== undefined) current[key] = value ?? '';
  }
  return names.map((name) => sections.get(name)).find((section) => section !== undefined) ?? {};
}
