import { formatError, GotsError } from '../../report/diagnostic.ts';

/** Exit code of a tool whose run ended with this error: 2 the user's mistake, 70 a bug of ours, 1 anything else. */
export function exitCode(error: unknown): number {
  if (!(error instanceof GotsError) || error.family === 'bug') return 70;
  return error.family === 'user' ? 2 : 1;
}

/** What is printed of an error, without a line break at the end. */
export function describeError(error: unknown): string {
  if (error instanceof GotsError && error.family !== 'bug') return formatError(error);
  return `gots: internal error: ${(error as Error).stack ?? String(error)}`;
}
