export interface OtelcArgument {
  readonly key: string;
  readonly value: string;
}

/**
 * The arguments behind a directive's name: `key:value` with blanks between them, the value bare or a Go string in double quotes.
 *
 * @throws Error that says what is wrong
 */
export function parseArguments(text: string): OtelcArgument[] {
  const found: OtelcArgument[] = [];
  let rest = text.trim();
  while (rest !== '') {
    const [whole, key = '', quoted, bare = ''] =
      /^([^\s:"']*):(?:("(?:[^"\\]|\\.)*")|([^\s"']*))(?=\s|$)/.exec(rest) ?? [];
    if (whole === undefined || key === '') throw new Error(`malformed directive argument near ${JSON.stringify(rest)}`);
    found.push({ key, value: quoted === undefined ? bare : unquote(quoted) });
    rest = rest.slice(whole.length).trimStart();
  }
  return found;
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new Error(`malformed string ${quoted} in a directive`);
  }
}
