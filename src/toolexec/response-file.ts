/**
 * Replaces `@file` words by the arguments in the file, as the tools do.
 *
 * @param readFile text of a file; what it throws is passed on
 * @see cmd/internal/objabi/flag.go, expandArgs, Go 1.24 to 1.27
 */
export function expandArgs(args: readonly string[], readFile: (path: string) => string): readonly string[] {
  return args.flatMap((arg) => {
    if (!arg.startsWith('@')) return [arg];
    const lines = readFile(arg.slice(1)).replaceAll('\r', '').trim().split('\n');
    return expandArgs(lines.map(decodeArg), readFile);
  });
}

/**
 * Whether a command line is so long that cmd/go would hand it over in a response file.
 *
 * @param argv program and arguments
 * @see cmd/go/internal/work/exec.go, useResponseFile, Go 1.24 to 1.27: 30 KB
 */
export function needsResponseFile(argv: readonly string[]): boolean {
  return argv.reduce((size, arg) => size + Buffer.byteLength(arg), 0) > 30 << 10;
}

/** Content of the response file for these arguments (without the program); {@link expandArgs} reads it back. */
export function printResponseFile(args: readonly string[]): string {
  return args.map((arg) => `${arg.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n`).join('');
}

function decodeArg(text: string): string {
  return text.replace(/\\([\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : '\\'));
}
