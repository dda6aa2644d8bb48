import type { GoEnv } from '../../go/go-env.ts';

/** Folders of Go sources. */
export interface SourceFolders {
  /** With the folders below them. */
  readonly trees: readonly string[];
  /** Alone. */
  readonly folders: readonly string[];
}

/** What the answer of a command follows from, besides its arguments, its environment, and what each start follows from. */
export interface AnswerSources {
  readonly goEnv: Pick<GoEnv, 'goRoot' | 'goWork' | 'goflags'>;
  /** Files, absent ones included, and folders with all that is in them. */
  readonly inputs: readonly string[];
  readonly sources: SourceFolders;
}
