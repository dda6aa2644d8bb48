/** A txtar archive: a comment (here: the script) and files. See golang.org/x/tools/txtar. */
export interface Txtar {
  readonly comment: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

export function parseTxtar(text: string): Txtar {
  const parts = text.split(/^-- (.+) --\n/m);
  const files = [];
  for (let at = 1; at < parts.length; at += 2)
    files.push({ name: (parts[at] as string).trim(), text: parts[at + 1] ?? '' });
  return { comment: parts[0] ?? '', files };
}
