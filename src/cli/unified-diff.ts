import { spawnSync } from 'node:child_process';
import { createTwoFilesPatch } from 'diff';

export interface DiffNames {
  readonly from: string;
  readonly to: string;
}

/** A unified diff of two texts with three lines around each change, beginning with `---`. */
export function unifiedDiff(names: DiffNames, from: string, to: string): string {
  const patch = createTwoFilesPatch(names.from, names.to, from, to, undefined, undefined, { context: 3 });
  return patch.replace(/^=+\n/, '').trimEnd();
}

/** Go text laid out by gofmt, so that differences are those of the program; as it is where gofmt cannot read or be run. */
export function formatted(text: string, gofmt: string): string {
  const { status, stdout } = spawnSync(gofmt, [], { input: text, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
  return status === 0 ? stdout : text;
}
