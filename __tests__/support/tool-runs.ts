import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { go } from './go-command.ts';
import { tempDir } from './temp-module.ts';

/** One run of a tool below a go command. */
export interface ToolRun {
  readonly tool: string;
  readonly args: readonly string[];
  readonly importPath: string;
}

/** Runs a go command with a -toolexec that records each tool's command line, and returns the runs of compile and link but for -V=full. */
export function recordTools(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): readonly ToolRun[] {
  const dir = tempDir();
  const script = join(dir, 'record');
  const log = join(dir, 'log');
  mkdirSync(log);
  // A file for each run, so that runs at the same time do not mix; exec keeps the process id.
  writeFileSync(script, `#!/bin/sh\nprintf '%s\\037' "$TOOLEXEC_IMPORTPATH" "$@" >"${log}/$$"\nexec "$@"\n`);
  chmodSync(script, 0o755);
  go([args[0] ?? '', `-toolexec=${script}`, ...args.slice(1)], cwd, env);
  return readdirSync(log)
    .map((name) => readFileSync(join(log, name), 'utf8').split('\u001f').slice(0, -1))
    .map(([importPath = '', tool = '', ...rest]) => ({ importPath, tool: basename(tool), args: rest }))
    .filter(({ tool, args: words }) => (tool === 'compile' || tool === 'link') && words[0] !== '-V=full');
}
