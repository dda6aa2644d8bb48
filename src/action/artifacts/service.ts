import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The run's artifacts. */
export interface ArtifactService {
  /** @returns id and SHA-256 of what was uploaded */
  readonly upload: (
    name: string,
    folder: string,
    retentionDays: number,
  ) => Promise<{ readonly id: number; readonly digest: string }>;
  readonly list: () => Promise<readonly { readonly id: number; readonly name: string }[]>;
  readonly download: (id: number, folder: string) => Promise<void>;
}

/** Undefined on a runner without the service: the client would fail after many attempts. */
export async function artifactService(env: NodeJS.ProcessEnv): Promise<ArtifactService | undefined> {
  if (!env['ACTIONS_RUNTIME_TOKEN'] || !env['ACTIONS_RESULTS_URL']) return undefined;
  const { DefaultArtifactClient } = await import('@actions/artifact');
  const client = new DefaultArtifactClient();
  return {
    upload: async (name, folder, retentionDays) => {
      const options = retentionDays === 0 ? {} : { retentionDays };
      const { id, digest = '' } = await client.uploadArtifact(name, filesBelow(folder), folder, options);
      if (id === undefined) throw new Error('the service gave no id');
      return { id, digest };
    },
    list: async () => (await client.listArtifacts({ latest: true })).artifacts.map(({ id, name }) => ({ id, name })),
    download: async (id, folder) => {
      mkdirSync(folder, { recursive: true });
      await client.downloadArtifact(id, { path: folder });
    },
  };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
