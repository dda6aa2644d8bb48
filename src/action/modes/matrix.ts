import type { Commands } from '../runner/commands.ts';
import type { Target } from '../targets/target.ts';

/** One job of a matrix, as `strategy.matrix.include` has it. */
export interface MatrixJob {
  /** For the input `targets` of the job. */
  readonly targets: string;
  /** A label of GitHub's own runners, on which the tests of the job need no emulator where there is such a runner. */
  readonly 'runs-on': string;
}

/** Labels as of 2026-11, https://docs.github.com/actions/reference/runners/github-hosted-runners. Windows is linked on Linux. */
const runners: Readonly<Record<string, string>> = {
  'linux/arm64': 'ubuntu-24.04-arm',
  'darwin/amd64': 'macos-15-intel',
  'darwin/arm64': 'macos-latest',
};

/** `mode: matrix`: a job for each target, as the output `matrix` for a later `strategy: matrix: ${{ fromJSON(…) }}`. */
export function matrixMode(targets: readonly Target[], commands: Commands): void {
  const include = matrixOf(targets);
  commands.setOutput('matrix', JSON.stringify({ include }));
  for (const { targets: names, 'runs-on': label } of include) commands.line(`${names}: on ${label}`);
}

/** Images of all machines are one index, which one job makes. */
export function matrixOf(targets: readonly Target[]): readonly MatrixJob[] {
  const images = targets.filter(({ kind }) => kind === 'oci');
  const others = targets.filter(({ kind }) => kind !== 'oci');
  const jobs = [...others.map((target) => [target]), ...(images.length > 0 ? [images] : [])];
  return jobs.map((job) => ({ targets: job.map(({ name }) => name).join(' '), 'runs-on': runnerOf(job) }));
}

function runnerOf(job: readonly Target[]): string {
  const [platform = '', ...others] = new Set(job.map(({ goos, goarch }) => `${goos}/${goarch}`));
  return (others.length === 0 && runners[platform]) || 'ubuntu-latest';
}
