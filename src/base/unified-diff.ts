import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** {@link formatted} of many texts, in one run of gofmt. */
export function formattedAll(texts: readonly string[], gofmt: string): readonly string[] {
  if (texts.length === 0) return [];
  const dir = mkdtempSync(join(tmpdir(), 'gots-gofmt-'));
  try {
    const files = texts.map((_, at) => join(dir, `${at}.go`));
    files.forEach((file, at) => {
      writeFileSync(file, texts[at] as string);
    });
    // What it cannot read it names and leaves alone.
    spawnSync(gofmt, ['-w', dir], { stdio: 'ignore' });
    return files.map((file) => readFileSync(file, 'utf8'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
