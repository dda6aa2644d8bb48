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
