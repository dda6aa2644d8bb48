import type { Problem } from '../../../lint/lint-aspects.ts';
import { type Diagnostic, formatError, GotsError } from '../../../report/diagnostic.ts';

export const formats = ['text', 'json', 'github'] as const;
export type Format = (typeof formats)[number];

/**
 * Problems as they are printed.
 *
 * `text`: a line for each, warnings marked. `json`: one array. `github`: workflow commands, which become annotations.
 */
export function formatProblems(problems: readonly Problem[], format: Format): string {
  switch (format) {
    case 'text':
      return problems.map((problem) => `${textLine(problem)}\n`).join('');
    case 'json':
      return `${JSON.stringify(problems.map(jsonOf), undefined, 2)}\n`;
    case 'github':
      return problems.map((problem) => `${annotation(problem)}\n`).join('');
  }
}

function textLine({ severity, diagnostic }: Problem): string {
  const message = severity === 'warning' ? `warning: ${diagnostic.message}` : diagnostic.message;
  return formatError(new GotsError({ ...diagnostic, message }));
}

function jsonOf({ severity, diagnostic }: Problem): unknown {
  const { code, message, hint, span, detail } = diagnostic;
  return { severity, code, message, hint, detail, ...span };
}

/** @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions, "Setting an error message" */
function annotation({ severity, diagnostic }: Problem): string {
  const { code, span } = diagnostic;
  const place = span ? { file: span.file, line: String(span.line), col: String(span.column) } : {};
  const properties = Object.entries({ ...place, title: code }).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${severity} ${properties.join(',')}::${escapeData(bodyOf(diagnostic))}`;
}

function bodyOf({ message, hint, detail }: Diagnostic): string {
  return `${message}${hint ? `; ${hint}` : ''}${detail ? `\n${detail}` : ''}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
