import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { go } from './go-command.ts';

/** Builds one of the Go programs beside this file into a directory; `toolchain` as in GOTOOLCHAIN. */
export function buildGoProgram(name: 'go-facts' | 'go-tokens', dir: string, toolchain?: string): string {
  const source = join(fileURLToPath(new URL('.', import.meta.url)), name, 'main.go');
  const program = join(dir, `${name}-${toolchain ?? 'local'}`);
  // In module mode, though without a module: with GO111MODULE=off the go command ignores GOTOOLCHAIN.
  go(['build', '-o', program, source], dir, toolchain ? { GOTOOLCHAIN: toolchain } : {});
  const made = go(['version', program], dir);
  if (toolchain && !made.includes(`: ${toolchain}`)) throw new Error(`asked for ${toolchain}, built ${made}`);
  return program;
}

/** Runs a program over lines of input and parses each line of its output as JSON. */
export function runOnLines(program: string, lines: readonly string[]): unknown[] {
  const output = execFileSync(program, { input: `${lines.join('\n')}\n`, maxBuffer: 1 << 30 });
  const parsed: unknown[] = [];
  // Line by line: the whole output of a large batch is longer than a string may be.
  let from = 0;
  for (let at = output.indexOf(10); at >= 0; at = output.indexOf(10, from)) {
    parsed.push(JSON.parse(output.toString('utf8', from, at)));
    from = at + 1;
  }
  return parsed;
}

/** GOROOT of a toolchain; the go command fetches it where it is missing. */
export function goRoot(dir: string, toolchain?: string): string {
  return go(['env', 'GOROOT'], dir, toolchain ? { GOTOOLCHAIN: toolchain } : {}).trim();
}
