import { sha256 } from '../../base/hash.ts';
import { type ArchiveFile, gzip, tar } from './zip-and-tar.ts';

/** A program for one machine. */
export interface ImageProgram {
  readonly goarch: string;
  readonly program: Buffer;
}

export interface ImageContents {
  /** Base name of the program, which lies in the root of the image. */
  readonly name: string;
  readonly programs: readonly ImageProgram[];
  /** PEM. */
  readonly certificates: string;
  /** Go's own zoneinfo.zip. */
  readonly timeZones: Buffer;
  readonly labels: Readonly<Record<string, string>>;
}

interface Descriptor {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly platform?: { readonly architecture: string; readonly os: string };
  readonly annotations?: Readonly<Record<string, string>>;
}

const media = {
  index: 'application/vnd.oci.image.index.v1+json',
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
} as const;

/** The program does not run as root in the container. */
const user = { id: 65532, name: 'nonroot' } as const;

/**
 * An image for several machines as an OCI image layout: an index over one manifest a machine. A layer that is the same for
 * all holds certificates, time zones, the user and /tmp; a second one holds the program. Nothing in it depends on time.
 *
 * @returns the files of the layout, and the digest of the index
 * @see https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export async function imageLayout(contents: ImageContents): Promise<{ files: readonly ArchiveFile[]; digest: string }> {
  const blobs = new Map<string, Buffer>();
  const add = (mediaType: string, bytes: Buffer): Descriptor => {
    const hex = sha256(bytes);
    blobs.set(hex, bytes);
    return { mediaType, digest: `sha256:${hex}`, size: bytes.length };
  };
  const base = await tar(baseFiles(contents));
  const manifests: Descriptor[] = [];
  for (const { goarch, program } of contents.programs) {
    const own = await tar([{ name: contents.name, bytes: program, mode: 0o755 }]);
    const layers = [base, own];
    const config = add(media.config, json(configOf(contents, goarch, layers)));
    const manifest = {
      schemaVersion: 2,
      mediaType: media.manifest,
      config,
      layers: layers.map((layer) => add(media.layer, gzip(layer))),
    };
    manifests.push({ ...add(media.manifest, json(manifest)), platform: { architecture: goarch, os: 'linux' } });
  }
  const index = add(media.index, json({ schemaVersion: 2, mediaType: media.index, manifests }));
  const named = { ...index, annotations: { 'org.opencontainers.image.ref.name': 'latest' } };
  const files = [
    folder('blobs/'),
    folder('blobs/sha256/'),
    ...[...blobs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([hex, bytes]) => file(`blobs/sha256/${hex}`, bytes)),
    file('index.json', json({ schemaVersion: 2, mediaType: media.index, manifests: [named] })),
    file('oci-layout', json({ imageLayoutVersion: '1.0.0' })),
  ];
  return { files, digest: index.digest };
}

function baseFiles({ certificates, timeZones }: ImageContents): readonly ArchiveFile[] {
  const passwd = `root:x:0:0:root:/root:/sbin/nologin\n${user.name}:x:${user.id}:${user.id}:${user.name}:/tmp:/sbin/nologin\n`;
  return [
    folder('etc/'),
    file('etc/group', Buffer.from(`root:x:0:\n${user.name}:x:${user.id}:\n`)),
    file('etc/passwd', Buffer.from(passwd)),
    folder('etc/ssl/'),
    folder('etc/ssl/certs/'),
    file('etc/ssl/certs/ca-certificates.crt', Buffer.from(certificates)),
    { ...folder('tmp/'), mode: 0o1777 },
    folder('usr/'),
    folder('usr/share/'),
    file('usr/share/zoneinfo.zip', timeZones),
  ];
}

function configOf({ name, labels }: ImageContents, goarch: string, layers: readonly Buffer[]): unknown {
  const created = '1970-01-01T00:00:00Z';
  const steps = ['certificates and time zones', name];
  return {
    created,
    architecture: goarch,
    os: 'linux',
    config: {
      User: `${user.id}:${user.id}`,
      Env: ['PATH=/', 'ZONEINFO=/usr/share/zoneinfo.zip', 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'],
      Entrypoint: [`/${name}`],
      WorkingDir: '/',
      Labels: labels,
    },
    rootfs: { type: 'layers', diff_ids: layers.map((layer) => `sha256:${sha256(layer)}`) },
    history: steps.map((step) => ({ created, created_by: `gots: ${step}` })),
  };
}

function file(name: string, bytes: Buffer): ArchiveFile {
  return { name, bytes, mode: 0o644 };
}

function folder(name: string): ArchiveFile {
  return { name, bytes: Buffer.alloc(0), mode: 0o755 };
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
