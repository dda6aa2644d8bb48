import { chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lineLog } from '../../src/base/log.ts';
import type { DoneReply } from '../../src/driver/front/protocol.ts';
import type { HelperOptions } from '../../src/driver/programs/helper-program.ts';
import { ensureShim } from '../../src/driver/programs/shim.ts';
import { go } from './go-command.ts';
import { tempDir } from './temp-module.ts';

/** Options to build the shim of this checkout with the go command in PATH. */
export function shimOptions(cacheDir: string): HelperOptions {
  return {
    go: 'go',
    goVersion: go(['env', 'GOVERSION'], '.').trim(),
    cacheDir,
    sourceDir: join(import.meta.dirname, '../../helper/shim'),
    log: lineLog(() => {}, false),
    env: process.env,
  };
}

/** Path of the shim of this checkout; built once for all tests, and again when its sources have changed. */
export function builtShim(): Promise<string> {
  return ensureShim(shimOptions(join(tmpdir(), `gots-test-shim-${process.getuid?.()}`)));
}

/** A directory with tools named as Go's that print their name, arguments and the variable EXTRA. */
export function fakeTools(): string {
  const dir = tempDir();
  for (const name of ['compile', 'link', 'asm']) {
    writeFileSync(join(dir, name), `#!/bin/sh\necho ${name} "$@" "$EXTRA"\n`);
    chmodSync(join(dir, name), 0o755);
  }
  return dir;
}

/** An environment of cmd/go's kind in which the shim is told where the server is. */
export function serverEnv(path: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'],
    GOTS_SERVER: path,
    TOOLEXEC_IMPORTPATH: 'p [p.test]',
    GOTS_CHAIN: 'ring',
    PWD: '/a/spelling',
  };
}

/** The reply `done` with nothing to say, but for what is given. */
export function doneReply(part: Partial<DoneReply>): DoneReply {
  return { kind: 'done', exitCode: 0, stdout: '', stderr: '', ...part };
}
