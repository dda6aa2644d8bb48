/** What can be asked of a file before it is parsed. */
export interface RawFile {
  readonly bytes: Buffer;
  /** Name in the package clause; undefined if it could not be read. */
  readonly packageName: string | undefined;
}

export function rawFile(bytes: Buffer): RawFile {
  return { bytes, packageName: packageClauseName(bytes) };
}

const leading =
  /^(?:\uFEFF|\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*package(?:\s|\/\*[\s\S]*?\*\/)+([\p{L}_][\p{L}\p{Nd}_]*)/u;

/** The name in the package clause, found without a parser; undefined for text that does not begin as a Go file does. */
export function packageClauseName(bytes: Buffer): string | undefined {
  // Licences and build constraints rarely fill more than this; the whole text is decoded only where they do.
  return (leading.exec(bytes.toString('utf8', 0, 8192)) ?? leading.exec(bytes.toString('utf8')))?.[1];
}
