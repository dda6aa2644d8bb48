import type { GoAnswers } from '../go/go-answers.ts';
import type { Overlay } from '../go/overlay.ts';

/** Flags of the user's that decide where modules come from. */
export interface ModuleFlags {
  /** Value of -mod, or undefined. */
  readonly mod: string | undefined;
  /** Value of -modfile, absolute, or undefined. */
  readonly modfile: string | undefined;
  /** The user's -overlay. */
  readonly overlay: Overlay;
  /** Value of -tags, or undefined. */
  readonly tags: string | undefined;
}

/** Where and for what modules are resolved. */
export interface ModuleOptions {
  readonly go: string;
  /** Directory of the go command to come: flags with relative names refer to it. */
  readonly cwd: string;
  /** The user's environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Directory of the user's main module; in a workspace, of the one that the build is about. */
  readonly moduleDir: string;
  /** The user's own go.work, or ''. */
  readonly userGoWork: string;
  /** `go1.26.8`. */
  readonly goVersion: string;
  /** GOMODCACHE. */
  readonly modCache: string;
  /** Folder below which everything generated goes, one folder per content. */
  readonly folder: string;
  readonly flags: ModuleFlags;
  /** What go said when the last plan was made. */
  readonly answers: GoAnswers;
}
