import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import type { ActionContext } from '../action-context.ts';
import type { Binary, DeliveryPackage, TargetResult } from '../results.ts';
import type { Main } from '../targets/mains.ts';
import type { Target } from '../targets/target.ts';
import { appFiles } from './azure-functions.ts';
import { imageLayout } from './oci-image.ts';
import { type ArchiveFile, programFile, tar, writePackage, zip } from './zip-and-tar.ts';

/**
 * Packs the programs of a target, one package each: a zip for Lambda or Azure. Images wait until all machines are built.
 *
 * @throws GotsError of the app's host.json
 */
export async function packageTarget(
  context: ActionContext,
  target: Target,
  binaries: readonly Binary[],
  mains: readonly Main[],
): Promise<readonly DeliveryPackage[]> {
  if (target.kind !== 'lambda' && target.kind !== 'azure-functions') return [];
  const packages: DeliveryPackage[] = [];
  for (const binary of binaries) {
    const files =
      target.kind === 'lambda'
        ? // The only name that provided.al2023 starts.
          [programFile('bootstrap', binary.path)]
        : functionApp(context, binary, mains);
    const name = `${binary.name}-${target.name.replaceAll('/', '-')}.zip`;
    packages.push({ kind: target.kind, name, ...writePackage(packagePath(context, name), await zip(files)) });
  }
  return packages;
}

function functionApp(context: ActionContext, binary: Binary, mains: readonly Main[]): readonly ArchiveFile[] {
  const dir = mains.find(({ importPath }) => importPath === binary.importPath)?.dir;
  const app = appFiles([...(dir === undefined ? [] : [dir]), context.cwd], binary.name);
  if (app.advice !== undefined) context.log.warn(app.advice);
  return [...app.files, programFile(app.executable, binary.path)];
}

/** One image a program, over all machines that were built for images; a tar of its layout. */
export async function packageImages(
  context: ActionContext,
  targets: readonly TargetResult[],
  goRoot: string,
): Promise<readonly DeliveryPackage[]> {
  const built = targets.filter(({ kind, binaries }) => kind === 'oci' && binaries.length > 0);
  const names = [...new Set(built.flatMap(({ binaries }) => binaries.map(({ name }) => name)))];
  const packages: DeliveryPackage[] = [];
  for (const program of names) {
    const programs = built.flatMap(({ goarch, binaries }) =>
      binaries.filter(({ name }) => name === program).map(({ path }) => ({ goarch, program: readFileSync(path) })),
    );
    const { files, digest } = await imageLayout({
      name: program,
      programs,
      certificates: `${rootCertificates.join('\n')}\n`,
      timeZones: readFileSync(join(goRoot, 'lib', 'time', 'zoneinfo.zip')),
      labels: labelsOf(context.env, program),
    });
    const name = `${program}-oci.tar`;
    packages.push({ kind: 'oci', name, digest, ...writePackage(packagePath(context, name), await tar(files)) });
  }
  return packages;
}

/** Where the image comes from, as registries show it. */
function labelsOf(env: NodeJS.ProcessEnv, title: string): Readonly<Record<string, string>> {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: revision } = env;
  return {
    'org.opencontainers.image.title': title,
    ...(server && repository ? { 'org.opencontainers.image.source': `${server}/${repository}` } : {}),
    ...(revision ? { 'org.opencontainers.image.revision': revision } : {}),
  };
}

function packagePath(context: ActionContext, name: string): string {
  const folder = join(context.folder, 'packages');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
