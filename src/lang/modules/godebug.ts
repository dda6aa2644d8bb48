/** One setting of a go.mod or go.work, as `godebug panicnil=1`. */
export interface GodebugSetting {
  readonly key: string;
  readonly value: string;
}

/**
 * The godebug settings of a go.mod or go.work, in order. Read from the text, since `go mod edit -json` prints them from Go 1.26 on only,
 * and `go work edit -json` from Go 1.27 on.
 *
 * @see golang.org/x/mod/modfile, rule.go, parseDirective: one unquoted `key=value` a line, alone or in a block
 */
export function godebugSettings(text: string): readonly GodebugSetting[] {
  const settings: GodebugSetting[] = [];
  let inBlock = false;
  for (const line of text.split('\n')) {
    const words = line
      .replace(/\/\/.*$/, '')
      .trim()
      .split(/\s+/);
    if (inBlock && words[0] === ')') inBlock = false;
    else if (words[0] === 'godebug' && words[1] === '(') inBlock = true;
    else {
      const [, key, value] =
        /^([^=]+)=(.*)$/.exec((inBlock ? words[0] : words[0] === 'godebug' && words[1]) || '') ?? [];
      if (key !== undefined && value !== undefined) settings.push({ key, value });
    }
  }
  return settings;
}
