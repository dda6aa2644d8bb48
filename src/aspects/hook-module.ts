/** A module in a directory that woven code needs and the user's modules do not provide. */
export interface HookModule {
  readonly path: string;
  readonly dir: string;
  /** The folder stands in for every version of the module that any other module requires. */
  readonly anyVersion?: boolean | undefined;
}

/** A module that must be used at one version, whatever is required. */
export interface PinnedModule {
  readonly path: string;
  readonly version: string;
}
