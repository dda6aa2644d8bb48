/** Raised by parseTemplate. The message is the one Go's text/template/parse prints, name and line included. */
export class TemplateSyntaxError extends Error {
  /** Counts from 1. */
  readonly line: number;
  /** Byte in the template's UTF-8 source at which the parser stood when it gave up. */
  readonly offset: number;

  constructor(message: string, line: number, offset: number) {
    super(message);
    this.name = 'TemplateSyntaxError';
    this.line = line;
    this.offset = offset;
  }
}

/**
 * Raised by executeTemplate. The message is the one Go's text/template prints. Where a method or function failed,
 * `cause` is what it threw, so that a caller can hand on an error of its own unchanged.
 */
export class TemplateExecError extends Error {
  /** Byte in the template's UTF-8 source of the node that was being evaluated. */
  readonly offset: number;

  constructor(message: string, offset: number, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'TemplateExecError';
    this.offset = offset;
  }
}
