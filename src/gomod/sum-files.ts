/** The go.sum beside a go.mod, the alt.sum beside an alt.mod. */
export function sumFileOf(modFile: string): string {
  return modFile.replace(/\.mod$/, '.sum');
}

export function uniqueLines(texts: readonly string[]): string {
  const lines = new Set(texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== ''));
  return [...lines]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}
