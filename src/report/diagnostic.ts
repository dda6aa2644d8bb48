/** A place in a text file. Lines and columns count from 1, columns in bytes, as Go counts them. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Who has to act: the user, the go command or the user's code, or us. Decides the exit code (design: 2, go's own, 70). */
export type Family = 'user' | 'go' | 'bug';

export interface Diagnostic {
  /** Stable identifier, `area_what`; docs/errors.md has each of them. */
  readonly code: string;
  /** One line: what, and the value seen. */
  readonly message: string;
  /** The next step. */
  readonly hint?: string | undefined;
  readonly span?: Span | undefined;
  /** Lines to show below, such as what another program printed. */
  readonly detail?: string | undefined;
  readonly family?: Family;
  readonly cause?: unknown;
}

/** The only error class that gots raises on purpose; made by the functions in `report/codes/`, nowhere else. */
export class GotsError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly span: Span | undefined;
  readonly detail: string | undefined;
  readonly family: Family;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message, diagnostic.cause === undefined ? undefined : { cause: diagnostic.cause });
    this.name = 'GotsError';
    this.code = diagnostic.code;
    this.hint = diagnostic.hint;
    this.span = diagnostic.span;
    this.detail = diagnostic.detail;
    this.family = diagnostic.family ?? 'user';
  }
}

/** `file:line:col: message (code)`, and the hint on the same line behind a semicolon, as go and problem matchers show it. Details follow on lines of their own. */
export function formatError(error: GotsError): string {
  const at = error.span ? `${error.span.file}:${error.span.line}:${error.span.column}: ` : '';
  return `${at}${error.message} (${error.code})${error.hint ? `; ${error.hint}` : ''}${error.detail ? `\n${error.detail}` : ''}`;
}
