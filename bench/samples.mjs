// The samples of a benchmark, in a file from which a later call goes on: written after each sample, so that an interrupted run loses one at most.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { arch, cpus, hostname, loadavg, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';

/** What is measured lies in these folders of the repository. */
const measuredFolders = ['dist', 'helper', 'aspects', 'bench/app', 'bench/app-injected'];

/**
 * @typedef {object} Origin where samples come from; only samples of one origin are compared
 * @property {string} commit with "-dirty" when what is committed is not all that is there
 * @property {string} code hash of all that is measured: dist/ may be newer than the commit
 * @property {string} machine as the results name it
 * @property {string} host name and kernel of the machine
 * @property {string} go version
 * @property {string} node version
 *
 * @typedef {import('./report.mjs').Sample & { app: string, run: number }} StoredSample
 *
 * @typedef {object} SampleFile
 * @property {Origin} origin
 * @property {Record<string, number>} packages of each application
 * @property {{ from: number, to: number }[]} loads the machine's load (one minute) when each call began, and after its last sample
 * @property {import('./report.mjs').Results['shim']} [shim]
 * @property {StoredSample[]} samples
 */

/**
 * @param {string} root gots' repository
 * @param {(command: readonly string[]) => Promise<string>} ask runs a command in the repository and returns what it prints
 * @returns {Promise<Origin>}
 */
export async function originOf(root, ask) {
  const changes = await ask(['git', 'status', '--porcelain', '--untracked-files=no']);
  const commit = (await ask(['git', 'rev-parse', 'HEAD'])).trim();
  return {
    commit: changes.trim() === '' ? commit : `${commit}-dirty`,
    code: hashOf(root),
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()}/${arch()}`,
    host: `${hostname()}, ${release()}`,
    go: (await ask(['go', 'env', 'GOVERSION'])).trim(),
    node: process.version,
  };
}

function hashOf(root) {
  const hash = createHash('sha256');
  for (const folder of measuredFolders.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
    for (const file of files)
      hash
        .update(`${file.slice(root.length)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

/**
 * Opens the samples that a call adds to.
 *
 * @param {string | undefined} file undefined: they are kept in memory alone
 * @param {Origin} origin of the samples to come
 * @throws Error when the file's samples have another origin
 */
export function openSamples(file, origin) {
  const load = loadavg()[0];
  /** @type {SampleFile} */
  const all =
    file !== undefined && existsSync(file) ? readSamples(file) : { origin, packages: {}, loads: [], samples: [] };
  refuseOther(all.origin, origin, `${file} goes on where it was begun; take another file`);
  all.loads.push({ from: load, to: load });
  const write = () => {
    all.loads.at(-1).to = loadavg()[0];
    if (file === undefined) return;
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 1)}\n`);
    renameSync(`${file}.new`, file);
  };
  return {
    all,
    has: (app, run, phase, tool) =>
      all.samples.some((s) => s.app === app && s.run === run && s.phase === phase && s.tool === tool),
    /** @param {StoredSample} sample */
    add(sample) {
      all.samples.push(sample);
      write();
    },
    /** Sets what is measured once. @param {Partial<SampleFile>} what */
    set(what) {
      Object.assign(all, what);
      write();
    },
  };
}

/**
 * Reads files of samples as one.
 *
 * @param {readonly string[]} files
 * @returns {SampleFile}
 * @throws Error when one is not such a file, they come from different machines or versions, or two have the same sample
 */
export function joinSamples(files) {
  const [first, ...others] = files.map((file) => ({ file, content: readSamples(file) }));
  const all = first.content;
  for (const { file, content } of others) {
    refuseOther(all.origin, content.origin, `${file} and ${first.file} are not compared`);
    const known = new Set(all.samples.map(nameOf));
    const twice = content.samples.map(nameOf).find((name) => known.has(name));
    if (twice !== undefined) throw new Error(`${file}: ${twice} is in another file, too`);
    all.samples.push(...content.samples);
    all.loads.push(...content.loads);
    Object.assign(all.packages, content.packages);
    all.shim ??= content.shim;
  }
  return all;
}

const nameOf = ({ app, run, phase, tool }) => `run ${run + 1} of ${phase} of ${app} with ${tool}`;

function readSamples(file) {
  let content;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file}: ${cause.message}`, { cause });
  }
  if (!content.origin || !Array.isArray(content.samples)) throw new Error(`${file} is no file of --samples`);
  return content;
}

function refuseOther(a, b, what) {
  const different = Object.keys(a).filter((key) => a[key] !== b[key]);
  const values = different.map((key) => `${key}: ${a[key]}, and now ${b[key]}`);
  if (different.length > 0) throw new Error(`${what}: ${values.join('; ')}`);
}
