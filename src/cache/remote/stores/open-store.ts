import type { RemoteSettings } from '../remote-settings.ts';
import type { BlobStore } from './blob-store.ts';
import type { Patience } from './http-request.ts';

/** Opens the store of a remote. What signs requests to S3 is loaded for S3 only. */
export async function openStore(
  { url }: Pick<RemoteSettings, 'url'>,
  env: NodeJS.ProcessEnv,
  patience: Patience,
): Promise<BlobStore> {
  if (url.protocol === 's3:') return new (await import('./s3-store.ts')).S3Store(url, env, patience);
  return new (await import('./http-store.ts')).HttpStore(url, env, patience);
}
