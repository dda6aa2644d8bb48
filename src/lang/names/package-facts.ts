/** What is known of a package before any of its files is read. */
export interface PackageFacts {
  /** Import path without a test-variant suffix (`p`, not `p [p.test]`); `main` packages keep their real path. */
  readonly importPath: string;
  /** Paths the package imports directly (the importcfg's `packagefile` keys). */
  readonly imports: ReadonlySet<string>;
  /** The main package that `go test` generates. */
  readonly testMain: boolean;
  /** Path of the main module of the build, for `package-filter: {root: true}`. */
  readonly rootModule?: string | undefined;
  /** Module that holds the package, with the version of the code in use: '' for main modules and folders. Undefined for std. */
  readonly module?: { readonly path: string; readonly version: string } | undefined;
  /** Version of Go that compiles the package, `go1.26.8`; undefined where not known. */
  readonly goVersion?: string | undefined;
  /** Compiled to be a program. A main package that is compiled to be tested is none. */
  readonly command?: boolean | undefined;
  /** Name in the package clause, where known before reading. */
  readonly name?: string | undefined;
}
