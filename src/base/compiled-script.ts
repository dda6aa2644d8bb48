import { constants as access, accessSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { claimCodeFolder } from './compile-cache.ts';
import { hashParts, sha256 } from './hash.ts';
import { readSealedBytes, writeSealedBytes } from './sealed.ts';

/** A script that has run. */
export interface CompiledScript {
  /** What it exports. */
  readonly exports: unknown;
  /**
   * Keeps its compiled code, with all functions that were called so far. Undefined where it was kept already, or cannot be. To be called
   * under the flags of V8 under which the script was loaded.
   */
  readonly keep: (() => void) | undefined;
}

/** Such a module as Node would call it. */
type ModuleFunction = (
  exports: unknown,
  require: NodeJS.Require,
  module: { exports: unknown },
  filename: string,
  dirname: string,
  importModule: (specifier: string) => Promise<unknown>,
) => void;

/**
 * Runs a CommonJS module from compiled code, where that was kept by an earlier run; else it compiles it. Compiled code belongs to one content of the
 * module, to one program of Node, and to one kind of processor. What is damaged or another's is made again.
 *
 * @param file absolute path of the module; ASCII only. For dynamic imports it calls `importModule`: Node warns of `import()` in a script
 *   that it did not load itself
 * @param dir where compiled code is kept, made if need be; undefined to keep none. Not used where others may write: what lies there is run
 */
export function runCompiled(file: string, dir: string | undefined): CompiledScript {
  const bytes = readFileSync(file);
  const name = sha256(bytes);
  const kept = dir !== undefined && claimCodeFolder(dir) ? keptFile(dir, name) : undefined;
  const cachedData = kept === undefined ? undefined : readSealedBytes(kept, kindOf(kept));
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname, importModule) {${bytes.toString('latin1')}\n})`,
    {
      // As Node names a module in traces and profiles.
      filename: pathToFileURL(file).href,
      cachedData,
    },
  );
  const module = { exports: {} };
  const run = script.runInThisContext() as ModuleFunction;
  run.call(module.exports, module.exports, createRequire(file), module, file, dirname(file), importModule);
  const isKept = cachedData !== undefined && script.cachedDataRejected === false;
  return {
    exports: module.exports,
    keep: kept === undefined || isKept || !isWritable(dirname(kept)) ? undefined : () => keep(script, kept),
  };
}

/** Of built-in modules, and of URLs. */
const importModule = (specifier: string): Promise<unknown> => import(specifier);

/**
 * V8 looks at nothing but the length of a source and its own version and flags, and ends the process by a signal where the code was made by another build
 * of the same version (Node 20.20.2 of a distribution, 20.19.6 of nodejs.org). So the name tells the content, and the program that runs it.
 */
function keptFile(dir: string, name: string): string {
  const { size, mtimeMs } = statSync(process.execPath);
  const node = [JSON.stringify(process.versions), process.arch, cachedDataVersionTag(), size, mtimeMs];
  return join(dir, `script-${hashParts(name, ...node.map(String)).slice(0, 32)}`);
}

/** It says what the name says, so that code in another's place is none. */
const kindOf = (file: string): string => `compiled code ${basename(file)}`;

function keep(script: Script, file: string): void {
  try {
    writeSealedBytes(file, kindOf(file), script.createCachedData());
  } catch {
    // The next run compiles the module again.
  }
}

function isWritable(dir: string): boolean {
  try {
    accessSync(dir, access.W_OK);
    return true;
  } catch {
    return false;
  }
}
