import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSync } from '../process/spawn-sync.ts';

/** Go text laid out by gofmt, so that differences are those of the program; as it is where gofmt cannot read or be run. */
export function formatted(text: string, gofmt: string): string {
  const { code, stdout } = tryGofmt(gofmt, [], text);
  return code === 0 ? stdout : text;
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
    tryGofmt(gofmt, ['-w', dir], '');
    return files.map((file) => readFileSync(file, 'utf8'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function tryGofmt(gofmt: string, args: readonly string[], input: string): { code: number | null; stdout: string } {
  try {
    return runSync(gofmt, args, { input });
  } catch {
    return { code: null, stdout: '' };
  }
}
