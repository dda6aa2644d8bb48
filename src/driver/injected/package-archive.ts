/** Archive and name of one package. */
export interface Archive {
  readonly path: string;
  readonly name: string;
  readonly file: string;
  /** Size in bytes when it was resolved; another size means another file. */
  readonly size: number;
}
